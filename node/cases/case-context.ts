import type { PinnedProfiles } from '../../protocol/case/rulebook.ts';
import type { CaseBook } from './case-book.ts';
import type { CaseRepository } from './case-repository.ts';
import type { CaseWriter } from './case-writer.ts';
import type { CasesDependencies } from './dependencies.ts';
import type { DraftRepository } from './draft-repository.ts';
import type { EvidenceRepository } from './evidence-repository.ts';
import type { KeyHashes } from './key-hashes.ts';
import type { ReferenceIndex } from './reference-index.ts';
import type { Watchers } from './watchers.ts';

/** What the steps of the service share. */
export interface CaseContext extends CasesDependencies {
  readonly book: CaseBook;
  readonly writer: CaseWriter;
  readonly repository: CaseRepository;
  readonly drafts: DraftRepository;
  readonly evidence: EvidenceRepository;
  readonly references: ReferenceIndex;
  readonly hashes: KeyHashes;
  readonly watchers: Watchers;
  readonly pins: PinnedProfiles;
}
