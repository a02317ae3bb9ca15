import { type ReadonlySignal, signal } from '@preact/signals';
import { defaultSettings, type Settings, type Shell } from '../core/model/settings.ts';

export interface ShellChoice {
  readonly shell: ReadonlySignal<Shell>;
  readonly choose: (shell: Shell) => void;
}

/** For which shell commands are shown; remembered in the settings. */
export function createShellChoice(platform: {
  readonly readSettings: () => Promise<Settings>;
  readonly changeSettings: (change: Pick<Settings, 'shell'>) => Promise<unknown>;
}): ShellChoice {
  const shell = signal(defaultSettings.shell);
  let isChosen = false;
  void platform.readSettings().then((settings) => {
    // Whoever was quicker with a click keeps it.
    if (!isChosen) shell.value = settings.shell;
  });
  const choose = (next: Shell): void => {
    isChosen = true;
    shell.value = next;
    void platform.changeSettings({ shell: next });
  };
  return { shell, choose };
}
