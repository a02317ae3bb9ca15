/**
 * First path segments of github.com that name a page of GitHub and never an owner.
 * Source: the npm package github-reserved-names 2.2.0 (302 names), read 2026-11-22; three-digit status pages are a rule below.
 */
const NAMES =
  ' about account admin advisories anonymous any api apps attributes auth billing blob blog bounty branches ' +
  'business businesses c cache careers case-studies categories central certification changelog chat cla cloud ' +
  'codereview codespaces collection collections comment comments commit commits companies compare contact ' +
  'contributing contributors cookbook copilot coupons customer customer-stories customers dashboard ' +
  'dashboard-feed dashboards design develop developer diff discover discussions downloads downtime editor ' +
  'editors edu education enterprise enterprises events explore featured features feed files fixtures forked ' +
  'garage ghost gist gists git-guides github-copilot graphs groups guide guides help help-wanted home hooks ' +
  'hosting hovercards identity images inbox individual info integration interfaces introduction ' +
  'invalid-email-address investors issues jobs join journal journals lab labs languages launch layouts learn ' +
  'legal library linux listings lists login logos logout mac maintenance malware man marketplace mcp mention ' +
  'mentioned mentioning mentions migrating milestones mine mirrors mobile navigation network new news ' +
  'newsletter newsroom none nonprofit nonprofits notices notifications oauth offer open-source organisations ' +
  'organizations orgs pages partners payments personal plans plugins popular popularity posts press preview ' +
  'pricing professional projects pulls raw readme recommendations redeem releases render reply repos ' +
  'repositories resources restore revert save-net-neutrality saved scraping search security services sessions ' +
  'settings shareholders showcases signin signup site site-policy sitemap social-impact socials spam sponsors ' +
  'ssh staff starred stars static status statuses storage store stories styleguide subscriptions suggest ' +
  'suggestion suggestions support suspended talks teach teacher teachers teaching team teams ten terms ' +
  'timeline topic topics tos tour train training translations tree trending undefined updates user-attachments ' +
  'username users visualization w watching why-github wiki wikis windows works-with www0 www1 www2 www3 www4 ' +
  'www5 www6 www7 www8 www9 ';

// 300 to 510, 693 to 695 and 900 are GitHub's own status pages.
const isStatusPage = (name: string): boolean => {
  if (!/^\d{3}$/.test(name)) return false;
  const code = Number(name);
  return (code >= 300 && code <= 510) || (code >= 693 && code <= 695) || code === 900;
};

/** Whether the name is a page of GitHub itself; letter case does not count. */
export const isReservedName = (name: string): boolean =>
  NAMES.includes(` ${name.toLowerCase()} `) || isStatusPage(name);
