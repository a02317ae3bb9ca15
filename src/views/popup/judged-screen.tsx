import { Headline } from './headline.tsx';
import { HubOffer } from './hub-offer.tsx';
import { ImageCard } from './image-card.tsx';
import { LaunchCard } from './launch-card.tsx';
import { NotRead } from './not-read.tsx';
import { ObstacleNotice } from './obstacle-notice.tsx';
import { RowList } from './row-list.tsx';
import { SafetyNotices } from './safety-notices.tsx';
import type { Judged, PopupProps } from './screen.ts';

/** What looks like a live token above all, then one sentence, the bar of the whole, rows worst first, the image, and what was not read; an obstacle stands alone. */
export function JudgedScreen(props: PopupProps & { readonly judged: Judged; readonly isReading: boolean }) {
  const { judged, onCopy, onAllowHub } = props;
  const { image, launch, obstacle } = judged;
  return (
    <>
      <SafetyNotices judged={judged} />
      <Headline {...props} />
      {obstacle === null ? (
        <>
          <RowList judged={judged} />
          <HubOffer judged={judged} onAllow={onAllowHub} />
          {image !== null && <ImageCard image={image} judged={judged} onCopy={onCopy} />}
          {launch !== null && <LaunchCard names={launch} rubric={judged.rubric} onCopy={onCopy} />}
          <NotRead judged={judged} />
        </>
      ) : (
        <ObstacleNotice {...props} obstacle={obstacle} />
      )}
    </>
  );
}
