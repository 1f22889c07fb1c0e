import {
  DEFAULT_THRESHOLDS,
  withLimits,
  type EnvironmentThresholds,
  type Limits,
  type Threshold,
} from '@scitex/monitoring-contracts';
import { iso } from '../queries/fragments.js';
import { select, type Queryable } from '../queryable.js';
import { API_TOTALS, REQUEST_TOTALS } from '../rollups/rollup-kind.js';

/** An app may make up names without end. */
const MAX_ENVIRONMENTS = 200;

interface Row extends Pick<EnvironmentThresholds, 'version' | 'updatedAt' | 'updatedBy'> {
  readonly environment: string;
  readonly own: Limits[];
}

/** All environments first, then each that has limits of its own or was seen in what is stored, by name. */
export async function listThresholds(db: Queryable): Promise<EnvironmentThresholds[]> {
  const rows = await select<Row>(db, LIST);
  const all = rows.find(({ environment }) => environment === '');
  const shared = withLimits(DEFAULT_THRESHOLDS, all?.own ?? []);
  const others = rows.filter((row) => row !== all);
  return [
    toEnvironment(null, all, DEFAULT_THRESHOLDS),
    ...others.map((row) => toEnvironment(row.environment, row, shared)),
  ];
}

function toEnvironment(
  environment: string | null,
  row: Row | undefined,
  inherited: readonly Threshold[],
): EnvironmentThresholds {
  const { version = 0, updatedAt = null, updatedBy = null, own = [] } = row ?? {};
  const thresholds = withLimits(inherited, own).map((threshold, index) => {
    const { warning, critical } = inherited[index] ?? threshold;
    const isOverridden = own.some(({ name }) => name === threshold.name);
    return { ...threshold, isOverridden, inherited: { warning, critical } };
  });
  return { environment, version, updatedAt, updatedBy, thresholds };
}

const seen = ({ name }: typeof REQUEST_TOTALS) => `SELECT environment FROM monitoring.${name}_series`;

const LIST = `
  SELECT * FROM (
    SELECT known.environment, coalesce(threshold.version, 0) AS version, coalesce(own, '[]') AS own,
      ${iso('threshold.updated_at')} AS "updatedAt",
      CASE WHEN account.id IS NOT NULL THEN json_build_object('id', account.id, 'name', account.name) END AS "updatedBy"
    FROM (
      SELECT environment FROM monitoring.threshold
      UNION ${seen(REQUEST_TOTALS)} UNION ${seen(API_TOTALS)}
    ) AS known
    LEFT JOIN monitoring.threshold ON threshold.environment = known.environment
    LEFT JOIN monitoring.staff_account account ON account.id = threshold.updated_by
    ORDER BY threshold.version IS NULL, known.environment COLLATE "C" LIMIT ${MAX_ENVIRONMENTS}
  ) AS listed
  ORDER BY environment COLLATE "C"`;
