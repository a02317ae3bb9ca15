import { expect, test } from 'vitest';
import { fewAtATime } from './few-at-a-time.ts';

/** A task that is under way until it is told to end. */
function openTask(number: number, begun: number[]) {
  let end = () => {};
  const ended = new Promise<number>((resolve) => {
    end = () => resolve(number);
  });
  const run = () => {
    begun.push(number);
    return ended;
  };
  return { run, end };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('four are under way at once, the next begins when one ends, and results stand in the order of the tasks', async () => {
  const begun: number[] = [];
  const tasks = [0, 1, 2, 3, 4, 5].map((number) => openTask(number, begun));
  const results = fewAtATime(tasks.map(({ run }) => run));
  expect(begun).toEqual([0, 1, 2, 3]);
  tasks[2]?.end();
  await settled();
  expect(begun).toEqual([0, 1, 2, 3, 4]);
  for (const { end } of tasks.toReversed()) {
    end();
    await settled();
  }
  expect(await results).toEqual([0, 1, 2, 3, 4, 5]);
});

test('no task gives no result', async () => {
  expect(await fewAtATime([])).toEqual([]);
});

test('a task that throws is told to who waits', async () => {
  const tasks = [() => Promise.resolve(1), () => Promise.reject(new Error('broken'))];
  await expect(fewAtATime(tasks)).rejects.toThrow('broken');
});
