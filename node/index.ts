import './thread-pool.ts';

export { runDaemon } from './daemon.ts';
export { type BackupFacts, type Restored, restoreHome, verifyBackup } from './restore.ts';
export { initHome, type InitOptions } from './init.ts';
