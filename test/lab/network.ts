/** Addresses and ports of the lab. */
export const REGISTRY = 'http://192.168.1.10:5000';
export const API_PORT = 8887;
/** On the main server: where servers tell that they are there. Only its trusted zone lets them. */
export const HEARTBEAT_PORT = 8899;
