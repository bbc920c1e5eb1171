import './thread-pool.ts';

export { runDaemon, type DaemonOptions } from './daemon.ts';
export { initHome, readPublicProfile, type InitOptions, type MadeHome } from './init.ts';
