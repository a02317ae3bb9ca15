const tries = Number(process.env['PROPERTY_RUNS'] ?? 200);

/** How often a property is tried: as `npm run fuzz` says, else 200 times. */
export const runs = { numRuns: tries };

/** Of a property that judges whole snapshots at each try, which takes some hundred times as long. */
export const fewRuns = { numRuns: Math.ceil(tries / 16) };
