import * as z from 'zod/mini';
import { defaultSettings, type Settings } from '../core/model/settings.ts';

const rubricId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));

// Each value falls back by itself, so one broken value does not cost the others.
const settings = z.object({
  badgeMode: z.catch(z.enum(['automatic', 'on-click']), defaultSettings.badgeMode),
  welcomed: z.catch(z.boolean(), defaultSettings.welcomed),
  shell: z.catch(z.enum(['bash', 'powershell']), defaultSettings.shell),
  rubric: z.catch(rubricId, defaultSettings.rubric),
  rubricByOwner: z.catch(z.record(z.string().check(z.maxLength(39)), rubricId), {}),
  ownOwners: z.catch(z.array(z.string().check(z.maxLength(39))), []),
});

/** Whatever the storage holds, as settings; a broken value becomes the default. */
export function parseSettings(stored: unknown): Settings {
  const parsed = settings.safeParse(stored);
  return parsed.success ? parsed.data : defaultSettings;
}
