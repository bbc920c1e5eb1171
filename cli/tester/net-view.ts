import type { Outcome } from '../command.ts';
import { type Line, next, toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';
import { isDefaultDir } from './net-dir.ts';
import { type Net, type NetNode, runningPid } from './net-file.ts';

/** A network as `net up` and `net status` answer it. */
export function netOutcome(net: Net, withHints = true): Outcome {
  const nodes = net.nodes.map(documentOf);
  return {
    document: { dir: net.dir, nodes },
    view: [
      {
        is: 'table',
        head: ['State', 'daemon', 'listens at', 'home', "officer's folder"],
        rows: nodes.map(rowOf),
        empty: 'It has no States.',
      },
      ...(withHints ? hints(net) : []),
    ],
  };
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
    node.home,
    node.officer,
  ];
}

function hints({ nodes, dir }: Net): readonly ReturnType<typeof next>[] {
  const [first, second] = nodes;
  if (first === undefined) return [];
  return [
    next(
      `comity inbox --officer ${first.officer}`,
      second && `comity request mla.general --to ${second.state} --file FILE.yaml --officer ${first.officer}`,
      `comity net down${isDefaultDir(dir) ? '' : ` --dir ${dir}`} ends it`,
    ),
  ];
}
