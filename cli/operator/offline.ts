// The one place where the command line reaches into the daemon: for what runs while no daemon does.
export {
  type BackupFacts,
  examineHome,
  initHome,
  type InitOptions,
  type Restored,
  restoreHome,
  runDaemon,
  verifyBackup,
} from '../../node/index.ts';
