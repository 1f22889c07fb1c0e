export interface Paper {
  readonly id: string;
  readonly title: string;
  readonly year: number;
}

const TITLES = [
  'Graph transformers for protein folding',
  'A survey of causal inference in economics',
  'Sparse attention at scale',
  'Microbial networks of alpine soils',
  'Error-correcting codes on noisy hardware',
  'Bayesian phylogenetics of ancient languages',
  'Spiking networks and the olfactory bulb',
  'Long-term stability of perovskite cells',
  'Graph colouring in linear space',
  'Wavelets for gravitational-wave search',
  'Reproducibility in computational neuroscience',
  'Monsoon forecasts from sparse stations',
];

/** What the outside world knows. */
export const CATALOGUE: readonly Paper[] = TITLES.map((title, index) => ({
  id: `paper-${index + 1}`,
  title,
  year: 2014 + index,
}));
