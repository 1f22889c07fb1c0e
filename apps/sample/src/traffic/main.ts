import { receiveVisitors } from './visits.js';

// The channel to the app closes however the app ends, kill -9 included.
process.on('disconnect', () => process.exit());
if (!process.connected) process.exit();
// Ctrl-C reaches the whole process group: the app decides when its visitors leave.
process.on('SIGINT', () => undefined);

await receiveVisitors(process.argv[2] ?? 'http://127.0.0.1:3001');
