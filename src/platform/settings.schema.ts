import * as v from 'valibot';
import { accepted, fields, recordOf } from '../core/model/border.schema.ts';
import { defaultSettings, type Settings } from '../core/model/settings.ts';

const rubricId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));
const login = v.pipe(v.string(), v.maxLength(39));

// Each value falls back by itself, so one broken value does not cost the others.
const settings = fields({
  badgeMode: v.fallback(v.picklist(['automatic', 'on-click']), defaultSettings.badgeMode),
  welcomed: v.fallback(v.boolean(), defaultSettings.welcomed),
  shell: v.fallback(v.picklist(['bash', 'powershell']), defaultSettings.shell),
  rubric: v.fallback(rubricId, defaultSettings.rubric),
  rubricByOwner: v.fallback(recordOf(rubricId, login), {}),
  ownOwners: v.fallback(v.array(login), []),
});

/** Whatever the storage holds, as settings; a broken value becomes the default. */
export function parseSettings(stored: unknown): Settings {
  return accepted(settings, stored) ?? defaultSettings;
}
