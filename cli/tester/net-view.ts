import type { Outcome } from '../command.ts';
import { type Block, gap, type Line, line, next, toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';
import { isDefaultDir } from './net-dir.ts';
import type { LineView } from './lines/lines-server.ts';
import { isBad, linesView } from './lines/lines-view.ts';
import type { Net, NetNode } from './net-file.ts';
import { runningPid } from './background.ts';

export interface NetViewOptions {
  /** Stands for its folder in what people read. */
  readonly short?: Short;
  /** How the lines between its States are, if that was asked. */
  readonly lines?: readonly LineView[];
}

/** A network as `net up` and `net status` answer it. */
export function netOutcome(net: Net, { short, lines }: NetViewOptions = {}): Outcome {
  const nodes = net.nodes.map(documentOf);
  return {
    document: { dir: net.dir, nodes, ...(lines && { lines }) },
    view: [
      {
        is: 'table',
        head: ['State', 'daemon', 'listens at'],
        rows: nodes.map(rowOf),
        empty: 'It has no States.',
      },
      gap,
      ...(lines === undefined ? [] : [...linesView(lines), gap]),
      line(toned('dim', 'Options by which a command is about one of them:')),
      ...nodes.map((node) => foldersLine(node, short)),
      ...(short === undefined ? [gap, hints(net, lines?.some(isBad) === true)] : []),
    ],
  };
}

/** What stands for the folder of the network. */
interface Short {
  readonly dir: string;
  readonly name: string;
}

interface NodeDocument {
  readonly state: string;
  readonly home: string;
  readonly officer: string;
  readonly pid: number | null;
  readonly running: boolean;
  readonly listen: readonly string[];
}

function documentOf(node: NetNode): NodeDocument {
  const { state, home, officer, listen } = node;
  const pid = runningPid(node);
  return { state, home, officer, pid: pid ?? null, running: pid !== undefined, listen };
}

function rowOf(node: NodeDocument): readonly Line[] {
  return [
    toned('strong', stateName(node.state)),
    node.running ? toned('good', `runs (${String(node.pid)})`) : toned('bad', 'is down'),
    node.listen.join(', '),
  ];
}

/** On a line of its own, which can be copied whatever the width of the terminal. */
function foldersLine({ state, home, officer }: NodeDocument, short: Short | undefined): Block {
  const place = (path: string): string => (short === undefined ? path : path.replace(short.dir, short.name));
  return line(toned('strong', `  ${state}  `), `--home ${place(home)} --officer ${place(officer)}`);
}

function lineHint({ lines, nodes: [one, other] }: Net, options: string): string | undefined {
  if (lines === undefined || one === undefined || other === undefined) return undefined;
  return `comity net cut ${one.state} ${other.state}${options} cuts the line between them`;
}

function hints(net: Net, isAnyBad: boolean): Block {
  const { nodes, dir } = net;
  const options = isDefaultDir(dir) ? '' : ` --dir ${dir}`;
  const running = nodes.filter((node) => runningPid(node) !== undefined);
  const down = nodes.filter((node) => !running.includes(node));
  const [first] = running;
  const other = nodes.find((node) => node !== first);
  return next(
    ...down.map(({ state }) => `comity net start ${state}${options} starts its daemon again`),
    isAnyBad ? `comity net heal${options} mends every line` : lineHint(net, options),
    first && `comity inbox --officer ${first.officer}`,
    first &&
      other &&
      `comity request mla.general --to ${other.state} --file FILE.yaml --officer ${first.officer}`,
    `comity net down${options} ends it`,
  );
}
