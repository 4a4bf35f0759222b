// A browser for the tests through the workbench: one that is there, else Debian's Chromium.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { chromium } from 'playwright-core';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome', '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Without a sandbox because tests run as root in containers; without background traffic because there may be no network. */
const args = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--disable-features=LocalNetworkAccessChecks',
];

export function launchChromium() {
  return chromium.launch({ executablePath: installChromium(), args });
}

/** @returns {string} */
export function installChromium() {
  const found = findChromium() ?? installFromDebian();
  if (!found) throw new Error('No Chromium, Chrome or Edge found. Install one, or set CHROMIUM_PATH to it.');
  return found;
}

function findChromium() {
  return places.find((place) => place && fs.existsSync(place));
}

function installFromDebian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return undefined;
  console.log('Installing Chromium …');
  const aptGet = (/** @type {string[]} */ ...words) =>
    spawnSync('apt-get', ['-qq', ...words], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 2], timeout: 600_000 });
  aptGet('update');
  aptGet('install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
  return findChromium();
}
