import { computed, signal } from '@preact/signals';
import type { Assessment, AssessRequest, Depth } from '../app/assess-subject.ts';
import { hubHosts } from '../app/needed-hosts.ts';
import type { Change } from '../core/model/look.ts';
import type { Rubric } from '../core/model/rubric.ts';
import { defaultSettings, isOwnWork, ownersWith, rubricIdFor, type Settings } from '../core/model/settings.ts';
import { atRef, parseSubject, type Subject } from '../core/model/subject.ts';
import { nextLook } from '../core/report/since-last-look.ts';
import { rubricById, rubrics } from '../core/rubrics/index.ts';
import type { Screen } from '../views/popup/screen.ts';
import { createCodeLook } from './code-look.ts';
import { judgedOf } from './judged-of.ts';
import { lookKeyOf, memoryKeyOf } from './memory-keys.ts';
import type { PopupPlatform, PopupState } from './popup-platform.ts';
import { rowsInPlace } from './rows-in-place.ts';
import { ownerOf } from './subject-line.ts';

const NOT_KEPT = 'This browser could not keep that choice; perhaps its storage is full.';

/** The popup's state: one subject, one rubric, and what is known of them. */
export function createPopupState(platform: PopupPlatform): PopupState {
  const settings = signal<Settings>(defaultSettings);
  const subject = signal<Subject | null>(null);
  const notes = signal<readonly string[]>([]);
  const problem = signal<string | null>(null);
  const pasted = signal('');
  const screen = signal<Screen>({ kind: 'reading', rubric: null, progress: '' });
  const change = signal<Change | null>(null);
  const mayBePrivate = signal(true);
  // The branch that was found; an address may name a file behind it.
  const foundRef = signal<string | null>(null);
  const owner = computed(() => (subject.value === null ? null : ownerOf(subject.value)));
  const rubric = computed(() => rubricById(rubricIdFor(settings.value, owner.value)) ?? rubrics[0]);
  // Answers to an older question than the newest are dropped.
  let newest = 0;
  let shown: Assessment | null = null;
  /** How often the reader dismissed something or took it back: what was read before is then old. */
  let dismissed = 0;
  const code = createCodeLook(platform, showInPlace);

  async function start(): Promise<void> {
    settings.value = await platform.readSettings();
    if (platform.openedWith !== null) return paste(platform.openedWith);
    const found = await platform.subjectOfActiveTab();
    // Whoever was quicker with a paste keeps it.
    if (newest > 0) return;
    changeSubject(found);
    return look('normal');
  }

  /** Nothing is known of another subject, least of all that everybody may read it. */
  function changeSubject(to: Subject | null): void {
    mayBePrivate.value = true;
    foundRef.value = null;
    subject.value = to;
  }

  async function paste(text: string): Promise<void> {
    const parsed = parseSubject(text);
    problem.value = parsed.ok ? null : parsed.problem;
    pasted.value = text;
    if (!parsed.ok) {
      if (subject.value === null) screen.value = { kind: 'nothing-here' };
      return;
    }
    notes.value = parsed.notes;
    changeSubject(parsed.subject);
    screen.value = { kind: 'reading', rubric: rubric.value, progress: '' };
    return look('normal');
  }

  async function chooseRubric(id: string): Promise<void> {
    const { rubricByOwner } = settings.value;
    const { value: of } = owner;
    if (of === null) settings.value = { ...settings.value, rubric: id };
    else settings.value = { ...settings.value, rubricByOwner: { ...rubricByOwner, [of.toLowerCase()]: id } };
    if (of !== null) sayWhetherKept(await platform.rememberRubric(of, id));
    return look('normal');
  }

  async function markOwn(isOwn: boolean): Promise<void> {
    if (owner.value === null) return;
    const ownOwners = ownersWith(await platform.readSettings(), owner.value, isOwn);
    settings.value = { ...settings.value, ownOwners };
    sayWhetherKept(await platform.changeSettings({ ownOwners }));
  }

  function sayWhetherKept(isKept: boolean): void {
    const others = notes.value.filter((note) => note !== NOT_KEPT);
    notes.value = isKept ? others : [...others, NOT_KEPT];
  }

  async function allowHosts(): Promise<void> {
    const { value: blocked } = screen;
    if (blocked.kind !== 'permission-needed') return;
    if (await platform.requestHosts(blocked.hosts)) await look('normal');
  }

  async function allowHub(): Promise<void> {
    if (await platform.requestHosts(hubHosts)) await look('normal');
  }

  async function dismiss(check: string, reason: string | null): Promise<boolean> {
    const about = shown;
    if (about === null) return false;
    const isKept = await platform.keepDismissal(memoryKeyOf(about.snapshot), check, reason);
    if (!isKept) return false;
    dismissed += 1;
    // A reading may have ended in the meantime: what is shown now is drawn again.
    const now = shown;
    const { value: current } = screen;
    if (now === null || current.kind !== 'judged') return true;
    const next = await judgedScreen(now, current.isReading);
    if (now === shown && screen.value.kind === 'judged') screen.value = { ...next, isReading: screen.value.isReading };
    return true;
  }

  async function look(depth: Depth): Promise<void> {
    newest += 1;
    const mine = newest;
    const isNewest = () => mine === newest;
    const asked = subject.value;
    change.value = null;
    code.leave();
    if (asked === null) {
      screen.value = { kind: 'nothing-here' };
      return;
    }
    screen.value = whileReading(screen.value, rubric.value);
    try {
      await lookAt({ subject: asked, rubric: rubric.value, depth }, isNewest);
    } catch {
      if (isNewest()) screen.value = { kind: 'mistake' };
    }
    // After a fault the badges would only ask in vain again, all of them.
    const isRead = screen.value.kind === 'judged' && screen.value.judged.obstacle === null;
    if (isNewest() && isRead) await platform.refreshBadges();
    if (isNewest() && isRead && shown !== null) void code.begin(shown);
  }

  async function lookAt(request: AssessRequest, isNewest: () => boolean): Promise<void> {
    const known = await platform.assess({ ...request, depth: 'cached' }, () => {});
    if (known !== null) await show(known, true, isNewest);
    const hosts = await platform.missingHosts(request.subject);
    if (!isNewest()) return;
    if (hosts.length > 0) {
      screen.value = { kind: 'permission-needed', hosts };
      return;
    }
    const assessment = await platform.assess(request, (progress) => {
      if (isNewest() && screen.value.kind === 'reading')
        screen.value = { kind: 'reading', rubric: request.rubric, progress };
    });
    if (assessment === null) throw new Error('an assessment that may ask is never empty');
    const isPrivate = (await platform.hasToken()) || isRefusedImage(assessment);
    // Before its report is shown: a complaint about it names only what is public.
    if (isNewest() && isPrivate) mayBePrivate.value = true;
    await show(assessment, false, isNewest);
    if (!isNewest()) return;
    mayBePrivate.value = isPrivate;
    if (screen.value.kind !== 'judged' || screen.value.judged.obstacle !== null) return;
    await rememberLook(assessment, isNewest);
  }

  async function rememberLook(assessment: Assessment, isNewest: () => boolean): Promise<void> {
    const now = await platform.rememberLook(lookKeyOf(assessment), (before) => nextLook(before, assessment.report));
    if (isNewest()) change.value = now.change;
  }

  /** The same look, in which more is known now. */
  async function showInPlace(assessment: Assessment): Promise<void> {
    const mine = newest;
    const isNewest = () => mine === newest;
    const next = await judgedScreen(assessment, false);
    const { value: before } = screen;
    if (!isNewest() || before.kind !== 'judged') return;
    shown = assessment;
    screen.value = { ...next, judged: rowsInPlace(next.judged, before.judged) };
    await rememberLook(assessment, isNewest);
  }

  async function show(assessment: Assessment, isReading: boolean, isNewest: () => boolean): Promise<void> {
    const next = await judgedScreen(assessment, isReading);
    // A reading that failed is not what is known.
    if (!isNewest() || (isReading && next.judged.obstacle !== null)) return;
    shown = assessment;
    const head = assessment.snapshot.repository?.head;
    foundRef.value = head?.state === 'read' ? head.value.ref : null;
    screen.value = next;
  }

  async function judgedScreen(assessment: Assessment, isReading: boolean) {
    // Read again where the reader dismissed something meanwhile.
    let seen = dismissed;
    let dismissals = await platform.readDismissals(memoryKeyOf(assessment.snapshot));
    while (seen !== dismissed) {
      seen = dismissed;
      dismissals = await platform.readDismissals(memoryKeyOf(assessment.snapshot));
    }
    return { kind: 'judged' as const, judged: judgedOf(assessment, dismissals), isReading };
  }

  return {
    subject: computed(() => (subject.value === null ? null : atRef(subject.value, foundRef.value))),
    notes,
    problem,
    pasted,
    screen,
    rubric,
    change,
    isOwn: computed(() => (owner.value === null ? null : isOwnWork(settings.value, owner.value))),
    mayBePrivate,
    isWelcomed: computed(() => settings.value.welcomed),
    code,
    start,
    paste,
    chooseRubric,
    refresh: () => look('fresh'),
    allowHosts,
    allowHub,
    dismiss,
    markOwn,
  };
}

/** What was judged stays in sight while it is looked at again. */
const whileReading = (screen: Screen, rubric: Rubric): Screen =>
  screen.kind === 'judged' ? { ...screen, isReading: true } : { kind: 'reading', rubric, progress: '' };

/** An image alone that is not given to everybody: its name is not for everybody either. */
const isRefusedImage = ({ snapshot: { subject, images } }: Assessment): boolean =>
  subject.repository === null && images.some(({ access }) => access.state !== 'read' || access.value.kind !== 'public');
