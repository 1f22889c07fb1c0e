import { chromium } from 'playwright-core';
import { Failure } from '../../process/failure.ts';
import { CHROMIUM } from '../../test/debian/chromium.ts';
import { findProgram } from '../../test/debian/program.ts';
import { type Bench, findingOf, inRounds } from '../bench.ts';
import { startProduct } from './product.ts';
import { type Visit, visit } from './visit.ts';

/** The list below the address bar is drawn without a window too, in a process of its own; no reader's page pays for it. */
const ADDRESS_BAR = 'WebUIOmniboxPopup,WebUIOmniboxFullPopup,WebUIOmniboxAimPopup,AimEnabled';

const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  `--disable-features=${ADDRESS_BAR}`,
];

const FIGURES: readonly { of: keyof Visit; name: string; unit: string; limit: number }[] = [
  { of: 'script', name: 'JavaScript before the dashboard shows, compressed', unit: 'kB', limit: 300 },
  { of: 'figures', name: 'First figures of the dashboard, on a fresh load', unit: 'ms', limit: 1500 },
  { of: 'redraw', name: "A week's view, from its answer to the screen", unit: 'ms', limit: 100 },
  { of: 'layoutShift', name: 'Layout shift of the dashboard', unit: '', limit: 0 },
];

/** What the dashboard costs a reader: in Chromium, against the built server with a week of data. */
export const spaBench: Bench = async (bed) => {
  const executablePath = findProgram(CHROMIUM);
  if (executablePath === null)
    throw new Failure(`There is no Chromium here: name one in ${CHROMIUM.variable}, or run npm test once.`);
  await using product = await startProduct(bed.storeUrl, bed.stop);
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const visits = await inRounds(bed, 1, () => visit(browser, product));
    return FIGURES.map(({ of, name, unit, limit }) =>
      findingOf(
        { name, unit, against: 'the limit', goal: { of: 'value', bound: 'at most', limit } },
        visits.map((measured) => ({ value: measured[of], reference: limit })),
      ),
    );
  } finally {
    await browser.close();
  }
};
