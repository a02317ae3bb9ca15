import { createContext } from 'preact';
import { type Voice, voiceFor } from './voice.ts';

/** What can be done about a finding, wherever it stands; rows hand it to no one in between. */
export interface FindingActions {
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onDismiss: (check: string, reason: string | null) => Promise<boolean>;
  readonly mayBePrivate: boolean;
  readonly voice: Voice;
}

export const FindingActionsContext = createContext<FindingActions>({
  onCopy: async () => false,
  onDismiss: async () => false,
  mayBePrivate: true,
  voice: voiceFor(null),
});
