import { askProvider } from './ask-provider.server.ts';
import { closeMeasure } from './close-measure.server.ts';
import { makeFeed, ownFeed, readFeed, revokeFeed } from './feed.server.ts';
import { nextDue } from './next-due.server.ts';
import { openBoard } from './open-board.server.ts';
import { openMeasure } from './open-measure.server.ts';
import { openStandings } from './open-standings.server.ts';
import { planMeasure } from './plan-measure.server.ts';
import type { MeasureDeps } from './ports.ts';
import { reopenMeasure } from './reopen-measure.server.ts';
import { removeMeasure } from './remove-measure.server.ts';
import { takeOver } from './take-over.server.ts';

/** The use cases of the measures board, ready to be called. */
export function createMeasureServices(deps: MeasureDeps) {
  return {
    openBoard: openBoard(deps),
    openMeasure: openMeasure(deps),
    openStandings: openStandings(deps),
    takeOver: takeOver(deps),
    planMeasure: planMeasure(deps),
    closeMeasure: closeMeasure(deps),
    reopenMeasure: reopenMeasure(deps),
    removeMeasure: removeMeasure(deps),
    askProvider: askProvider(deps),
    nextDue: nextDue(deps),
    ownFeed: ownFeed(deps),
    makeFeed: makeFeed(deps),
    revokeFeed: revokeFeed(deps),
    readFeed: readFeed(deps),
    /** A key for a form that creates something: repeated posts have one effect. */
    newFormKey: () => deps.random.id(),
  };
}

export type MeasureServices = ReturnType<typeof createMeasureServices>;
