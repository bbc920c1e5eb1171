// The one place where the command line reaches into the daemon: for what runs while no daemon does.
export { initHome, type InitOptions, runDaemon } from '../../node/index.ts';
