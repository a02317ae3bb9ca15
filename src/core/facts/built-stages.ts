import type { DockerfileStage } from '../parse/dockerfile.ts';
import type { BaseImage } from '../parse/dockerfile-bases.ts';

/** The place of the earlier stage that one begins from, -1 where that is an image. */
export const earlierStage = ({ image, isEarlierStage }: BaseImage, stages: readonly DockerfileStage[]): number =>
  isEarlierStage ? stages.findLastIndex(({ name }) => name?.toLowerCase() === image?.toLowerCase()) : -1;

const FROM_STAGE = /(?:^|[\s,])(?:--)?from=["']?([\w.-]{1,100})/g;

/** The last stage and those it takes from, by their place in the file. */
export function builtStages(stages: readonly DockerfileStage[]): ReadonlySet<number> {
  const built = new Set<number>();
  const open = [stages.length - 1];
  while (open.length > 0) {
    const index = open.pop() ?? -1;
    const stage = stages[index];
    if (stage === undefined || built.has(index)) continue;
    built.add(index);
    const earlier = stages.slice(0, index);
    open.push(earlierStage(stage.base, earlier));
    for (const { keyword, text } of stage.instructions)
      if (/^(?:COPY|ADD|RUN)$/.test(keyword) && text.includes('from='))
        for (const [, from = ''] of text.slice(0, 4_000).matchAll(FROM_STAGE)) {
          const named = earlier.findLastIndex(({ name }) => name?.toLowerCase() === from.toLowerCase());
          open.push(named !== -1 || !/^\d{1,3}$/.test(from) ? named : Number(from));
        }
  }
  return built;
}
