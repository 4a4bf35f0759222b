// Stands in for VS Code's native logger: appends lines to a file.
const fs = require('node:fs');
const path = require('node:path');

const OFF = 6;
const methods = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
let commonLevel = 2;

function createLogger(file) {
  let level = commonLevel;
  let plain = false;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const write = (at, name, message) => {
    if (at < level || level >= OFF) return;
    fs.appendFileSync(file, plain ? String(message) : `${new Date().toISOString()} [${name}] ${message}\n`);
  };
  return {
    ...Object.fromEntries(methods.map((name, at) => [name, (message) => write(at, name, message)])),
    getLevel: () => level,
    setLevel: (wanted) => { level = wanted; },
    clearFormatters: () => { plain = true; },
    setPattern() {},
    flush() {},
    drop() {},
  };
}

exports.version = 0;
exports.setLevel = (level) => { commonLevel = level; };
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.Logger = function Logger(_name, file) { return createLogger(file); };
exports.createRotatingLogger = async (_name, file) => createLogger(file);
exports.createAsyncRotatingLogger = async (_name, file) => createLogger(file);
