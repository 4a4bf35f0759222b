// Stands in for VS Code's native watchdog: ends this process when its parent is gone.
const CHECK_EVERY = 3000;

exports.start = (parent) => {
  setInterval(() => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(87);
    }
  }, CHECK_EVERY).unref();
};

exports.exit = (code) => process.exit(code);
