import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Assessment, AssessRequest, Depth } from '../app/assess-subject.ts';
import type { Rubric } from '../core/model/rubric.ts';
import { defaultSettings, rubricIdFor, type Settings } from '../core/model/settings.ts';
import { parseSubject, type Subject } from '../core/model/subject.ts';
import { rubricById, rubrics } from '../core/rubrics/index.ts';
import type { Screen } from '../views/popup/screen.ts';
import { judgedOf } from './judged-of.ts';
import { ownerOf } from './subject-line.ts';

/** What the popup needs from outside. */
export interface PopupPlatform {
  /** The text the page was opened with, if any; else the tab in front is looked at. */
  readonly openedWith: string | null;
  readonly subjectOfActiveTab: () => Promise<Subject | null>;
  readonly readSettings: () => Promise<Settings>;
  readonly rememberRubric: (owner: string, rubric: string) => Promise<unknown>;
  readonly assess: (request: AssessRequest, onProgress: (words: string) => void) => Promise<Assessment | null>;
  readonly missingHosts: () => Promise<readonly string[]>;
  readonly requestHosts: () => Promise<boolean>;
  readonly refreshBadges: () => Promise<void>;
}

export interface PopupState {
  readonly subject: ReadonlySignal<Subject | null>;
  readonly notes: ReadonlySignal<readonly string[]>;
  readonly problem: ReadonlySignal<string | null>;
  readonly screen: ReadonlySignal<Screen>;
  readonly rubric: ReadonlySignal<Rubric>;
  readonly isWelcomed: ReadonlySignal<boolean>;
  readonly start: () => Promise<void>;
  readonly paste: (text: string) => Promise<void>;
  readonly chooseRubric: (id: string) => Promise<void>;
  readonly refresh: () => Promise<void>;
  /** Must be called straight from a click: browsers ask for permissions only then. */
  readonly allowHosts: () => Promise<void>;
}

/** The popup's state: one subject, one rubric, and what is known of them. */
export function createPopupState(platform: PopupPlatform): PopupState {
  const settings = signal<Settings>(defaultSettings);
  const subject = signal<Subject | null>(null);
  const notes = signal<readonly string[]>([]);
  const problem = signal<string | null>(null);
  const screen = signal<Screen>({ kind: 'reading', rubric: null, progress: '' });
  const rubric = computed(() => {
    const owner = subject.value === null ? null : ownerOf(subject.value);
    return rubricById(rubricIdFor(settings.value, owner)) ?? rubrics[0];
  });
  // Answers to an older question than the newest are dropped.
  let newest = 0;

  async function start(): Promise<void> {
    settings.value = await platform.readSettings();
    if (platform.openedWith !== null) return paste(platform.openedWith);
    const found = await platform.subjectOfActiveTab();
    // Whoever was quicker with a paste keeps it.
    if (newest > 0) return;
    subject.value = found;
    return look('normal');
  }

  async function paste(text: string): Promise<void> {
    const parsed = parseSubject(text);
    problem.value = parsed.ok ? null : parsed.problem;
    if (!parsed.ok) {
      if (subject.value === null) screen.value = { kind: 'nothing-here' };
      return;
    }
    notes.value = parsed.notes;
    subject.value = parsed.subject;
    screen.value = { kind: 'reading', rubric: rubric.value, progress: '' };
    return look('normal');
  }

  async function chooseRubric(id: string): Promise<void> {
    const owner = subject.value === null ? null : ownerOf(subject.value);
    const { rubricByOwner } = settings.value;
    if (owner === null) settings.value = { ...settings.value, rubric: id };
    else settings.value = { ...settings.value, rubricByOwner: { ...rubricByOwner, [owner.toLowerCase()]: id } };
    if (owner !== null) await platform.rememberRubric(owner, id);
    return look('normal');
  }

  async function allowHosts(): Promise<void> {
    if (await platform.requestHosts()) await look('normal');
  }

  async function look(depth: Depth): Promise<void> {
    newest += 1;
    const mine = newest;
    const show = (next: Screen): void => {
      if (mine === newest) screen.value = next;
    };
    const asked = subject.value;
    if (asked === null) return show({ kind: 'nothing-here' });
    show(whileReading(screen.value, rubric.value));
    try {
      await lookAt({ subject: asked, rubric: rubric.value, depth }, show);
    } catch {
      show({ kind: 'mistake' });
    }
    // After a fault the badges would only ask in vain again, all of them.
    const isRead = screen.value.kind === 'judged' && screen.value.judged.obstacle === null;
    if (mine === newest && isRead) await platform.refreshBadges();
  }

  async function lookAt(request: AssessRequest, show: (screen: Screen) => void): Promise<void> {
    const known = await platform.assess({ ...request, depth: 'cached' }, () => {});
    const knownScreen = known === null ? null : judgedScreen(known, true);
    if (knownScreen?.judged.obstacle === null) show(knownScreen);
    const hosts = await platform.missingHosts();
    if (hosts.length > 0) return show({ kind: 'permission-needed', hosts });
    const assessment = await platform.assess(request, (progress) => {
      if (screen.value.kind === 'reading') show({ kind: 'reading', rubric: request.rubric, progress });
    });
    show(assessment === null ? { kind: 'mistake' } : judgedScreen(assessment, false));
  }

  const isWelcomed = computed(() => settings.value.welcomed);
  const refresh = () => look('fresh');
  return { subject, notes, problem, screen, rubric, isWelcomed, start, paste, chooseRubric, refresh, allowHosts };
}

/** What was judged stays in sight while it is looked at again. */
const whileReading = (screen: Screen, rubric: Rubric): Screen =>
  screen.kind === 'judged' ? { ...screen, isReading: true } : { kind: 'reading', rubric, progress: '' };

const judgedScreen = (assessment: Assessment, isReading: boolean): Extract<Screen, { kind: 'judged' }> => ({
  kind: 'judged',
  judged: judgedOf(assessment),
  isReading,
});
