import './thread-pool.ts';

export { runDaemon } from './daemon.ts';
export { initHome, type InitOptions } from './init.ts';
