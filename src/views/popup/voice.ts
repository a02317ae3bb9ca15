/** The few sentences that differ when the reader owns the work. */
export interface Voice {
  readonly edit: string;
  readonly add: (path: string) => string;
  readonly emptyRepository: string;
}

const owners: Voice = {
  edit: 'Edit on GitHub',
  add: (path) => `Add ${path} on GitHub`,
  emptyRepository: 'Push your first commit, then look again.',
};

const others: Voice = {
  edit: 'Propose a change on GitHub',
  add: (path) => `Propose a ${path} on GitHub`,
  emptyRepository: 'Its owner has pushed nothing yet.',
};

/** Owner's voice when the reader has said so; else nobody is spoken to. */
export const voiceFor = (isOwn: boolean | null): Voice => (isOwn === true ? owners : others);
