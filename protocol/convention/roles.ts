/** BLOCK and ACK hold the own side back; on the other side's act BLOCK becomes a flag (register 0.2). */
export type Level = 'BLOCK' | 'ACK' | 'WARN' | 'REMIND' | 'RECORD' | 'GATE' | 'HELP';
export type Urgency = 'routine' | 'urgent' | 'emergency';
/** The opener of a request asks; of an unsolicited kind the opener transmits and counts as requested. */
export type Side = 'requesting' | 'requested';
export type DeskRole = 'CA' | 'POC' | 'JUD' | 'EXA' | 'LEA' | 'COMP';
export type Status =
  | 'received'
  | 'in_review'
  | 'executing'
  | 'postponed'
  | 'executed'
  | 'refused'
  | 'withdrawn'
  | 'intake_rejected'
  | 'closed';
