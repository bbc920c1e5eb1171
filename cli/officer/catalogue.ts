import { CARICOM_CATALOGUE } from '../../protocol/convention/instruments.ts';
import type { Outcome } from '../command.ts';
import { heading, line, toned } from '../view/block.ts';

/** The offences that have a code in the catalogue of the convention. It needs no daemon. */
export function catalogueOutcome(): Outcome {
  const { id, version, title, offences } = CARICOM_CATALOGUE;
  const rows = offences.map(({ code, label }) => ({ code, label: label.en }));
  return {
    document: { id, version, title: title.en, rows },
    view: [
      heading(`${title.en} (${id} ${version})`),
      {
        is: 'table',
        head: [{ whole: 'code' }, 'offence'],
        rows: rows.map((row) => [row.code, row.label]),
        empty: 'None.',
      },
      line(toned('dim', 'An offence that is not here can be named without a code; one of the list must be.')),
    ],
  };
}
