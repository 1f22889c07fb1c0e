export { AnnouncementListener, type Ear, type ListenerOptions } from './announcement-listener.js';
