import './thread-pool.ts';

export { examineHome } from './examine-home.ts';
export { runDaemon } from './daemon.ts';
export { type BackupFacts, type Restored, restoreHome, verifyBackup } from './restore.ts';
export { initHome, type InitOptions } from './init.ts';
