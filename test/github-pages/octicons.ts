// Drawn for these pages in the manner of GitHub's icons.
const PATHS = {
  repo: 'M4 1h9.25a.75.75 0 0 1 .75.75v12.5a.75.75 0 0 1-.75.75H10v-1.5h2.5V11H4a1 1 0 0 0-.9 1.4l-1.2.9A2.5 2.5 0 0 1 1.5 12V3.5A2.5 2.5 0 0 1 4 1Zm8.5 8.5v-7H4a1 1 0 0 0-1 1v6.2c.3-.1.6-.2 1-.2ZM5 12.25h3.2v3.25l-1.6-1.2L5 15.5Z',
  file: 'M2 1.75C2 .8 2.8 0 3.75 0h6.6c.46 0 .9.18 1.24.5l2.9 2.9c.33.33.51.78.51 1.24v9.6A1.75 1.75 0 0 1 13.25 16h-9.5A1.75 1.75 0 0 1 2 14.25Zm1.75-.25a.25.25 0 0 0-.25.25v12.5c0 .14.11.25.25.25h9.5a.25.25 0 0 0 .25-.25V6h-2.75A1.75 1.75 0 0 1 9 4.25V1.5Z',
  folder:
    'M1.75 1A1.75 1.75 0 0 0 0 2.75v10.5C0 14.2.8 15 1.75 15h12.5A1.75 1.75 0 0 0 16 13.25v-8.5A1.75 1.75 0 0 0 14.25 3H7.5a.25.25 0 0 1-.2-.1l-.9-1.2A1.75 1.75 0 0 0 5 1Z',
  globe: 'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Zm0 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z',
  gear: 'M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM7 0h2l.5 2.5 2 .8L13.5 2l1 1.5L13 5.5l.5 2L16 8v1l-2.5.5-1 2L14 13.5 12.5 15l-2-1.5-2 .5L8 16H7l-.5-2.5-2-1L2.5 14 1 12.5l1.5-2L2 8.5 0 8V7l2.5-.5 1-2L2 2.5 3.5 1l2 1.5L6.5 2Z',
} as const;

export type OcticonName = keyof typeof PATHS;

export const octicon = (name: OcticonName, classes = ''): string =>
  `<svg aria-hidden="true" viewBox="0 0 16 16" class="octicon octicon-${name} ${classes}"><path d="${PATHS[name]}"></path></svg>`;
