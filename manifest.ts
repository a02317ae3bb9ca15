import { defineManifest } from '@crxjs/vite-plugin';
import { hosts, optionalHosts } from './src/services/transport/hosts.ts';

export type BrowserName = 'chrome' | 'firefox';

const background = 'src/entries/background.ts';
const icons = Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icons/${size}.png`]));

/** Own pages and the background may talk to the listed hosts and to nobody else, and run nothing that is not in the package. */
const contentSecurityPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `worker-src 'self'`,
  `style-src 'self'`,
  `img-src 'self'`,
  `connect-src ${[...hosts, ...optionalHosts].map((host) => host.origin).join(' ')}`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
  `require-trusted-types-for 'script'`,
  `trusted-types reprise-worker`,
].join('; ');

const onlyIn = {
  chrome: {
    background: { service_worker: background, type: 'module' as const },
    minimum_chrome_version: '123',
    // Without this key every other extension may send messages; Firefox never allows it and does not know the key.
    externally_connectable: { ids: [] },
  },
  firefox: {
    background: { scripts: [background] },
    browser_specific_settings: {
      gecko: {
        id: 'reprise@reprise.example',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none' as const] },
      },
    },
  },
};

export const manifestFor = (browser: BrowserName, version: string) =>
  defineManifest({
    manifest_version: 3,
    name: '__MSG_name__',
    description: '__MSG_description__',
    version,
    default_locale: 'en',
    icons,
    action: { default_popup: 'src/entries/popup.html', default_title: '__MSG_name__', default_icon: icons },
    options_ui: { page: 'src/entries/options.html', open_in_tab: true },
    incognito: 'not_allowed',
    permissions: ['storage', 'contextMenus'],
    host_permissions: hosts.map((host) => `${host.origin}/*`),
    optional_host_permissions: optionalHosts.map((host) => `${host.origin}/*`),
    content_scripts: [
      { matches: ['https://github.com/*'], js: ['src/entries/content.ts'], run_at: 'document_idle' as const },
    ],
    content_security_policy: { extension_pages: contentSecurityPolicy },
    ...onlyIn[browser],
  });
