// The stand-alone page without a network, and with a newer version on the server.

import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { passes } from './axe.mjs';
import { launch, ready } from './browser.mjs';
import { Site } from './site.mjs';
import { Widget } from './widget.mjs';

const ROUND = 'jizokuka/2026-20';
const CASE = {
  answers: { industry: 'retail', employees: 4, wage_raise: true, deficit: false, invoice_new: false },
  expenses: { publicity: 600_000, website: 300_000 },
};

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** A person's browser, with nothing in it yet, and a site for it. */
async function visit(then, policy = '') {
  const site = await Site.start();
  site.policy = policy;
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const wrong = [];
  context.on('weberror', (error) => wrong.push(error.error().message));
  context.on('console', (message) => ['error', 'warning'].includes(message.type()) && wrong.push(message.text()));
  try {
    await then({ site, context, wrong });
    assert.deepEqual(site.reports, [], 'the policy holds');
  } finally {
    await context.close();
    site.cut();
  }
}

/** The page in a window, from the network or from the device. */
async function opened({ site, context }, path = '') {
  const page = await context.newPage();
  await page.goto(site.address + path);
  await ready(page);
  return page;
}

/** The page in a window once it is kept. */
async function kept(visitor) {
  const page = await opened(visitor);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  return page;
}

function version(page) {
  return page.locator('meta[name=version]').getAttribute('content');
}

/** What one round brings the firm. */
async function result(page) {
  const widget = new Widget(page);
  await widget.root.evaluate((one) => {
    one.setAttribute('mode', 'sheet');
    one.setAttribute('as-of', '2026-11-21');
  });
  await widget.field('edition').selectOption(ROUND);
  await widget.root.locator('[data-frame]').first().waitFor();
  await widget.fill(CASE);
  return { outlook: await widget.outlook(), frames: [...(await widget.frames()).values()] };
}

test('without a network everything works as with one, after a reload too', async () => {
  await visit(async ({ site, context, wrong }) => {
    const page = await kept({ site, context });
    const online = await result(page);
    assert.match(online.outlook, /^[1-9][\d,]+円/);
    site.cut();
    await context.setOffline(true);
    await page.reload();
    await ready(page);
    assert.deepEqual(await result(page), online);
    const widget = new Widget(page);
    for (const [name, lang, word] of [['English', 'en', 'Grant rate'], ['やさしい日本語', 'ja', 'ほじょきん']]) {
      await widget.root.getByRole('button', { name, exact: true }).click();
      await widget.root.locator(`.app[lang=${lang}]`).getByText(word).first().waitFor();
    }
    assert.deepEqual(wrong, []);
  });
});

test('without a network right after the first load, what is loaded later comes from the device', async () => {
  await visit(async ({ site, context, wrong }) => {
    const page = await kept({ site, context });
    site.cut();
    await context.setOffline(true);
    assert.match((await result(page)).outlook, /^[1-9][\d,]+円/);
    assert.deepEqual(wrong, []);
  });
});

test('a newer version is shown, waits until it is wanted, and then is there', async () => {
  await visit(async ({ site, context, wrong }) => {
    const page = await kept({ site, context });
    const old = await version(page);
    await site.update('fedcba987654');
    const button = page.getByRole('button', { name: '新しい版に更新' });
    for (let times = 0; times < 2; times += 1) {
      await page.reload();
      await ready(page);
      await button.waitFor();
      assert.equal(await version(page), old);
    }
    await passes(page);
    await button.click();
    await page.waitForFunction(() => document.querySelector('meta[name=version]')?.content === 'fedcba987654');
    await ready(page);
    assert.ok(await button.isHidden());
    site.cut();
    await context.setOffline(true);
    await page.reload();
    await ready(page);
    assert.equal(await version(page), 'fedcba987654');
    assert.deepEqual(wrong, []);
  });
});

test('a page that stays open looks for a newer version when the network is back', async () => {
  await visit(async ({ site, context }) => {
    const page = await kept({ site, context });
    await site.update('fedcba987654');
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.getByRole('button', { name: '新しい版に更新' }).waitFor();
  });
});

test('files of two versions are never mixed: one that does not fit is not kept, and the page says so', async () => {
  for (const mix of [
    // The page of the version before, or a file of another one.
    async (site) => site.update('fedcba987654', [], true),
    async (site) => {
      await site.update('fedcba987654');
      site.changed.set('/hojokin.css', ':host { color: red }');
    },
  ]) {
    await visit(async ({ site, context }) => {
      const page = await kept({ site, context });
      const old = await version(page);
      await mix(site);
      await page.reload();
      await page.getByText('用意できませんでした').waitFor();
      site.cut();
      await context.setOffline(true);
      await page.reload();
      await ready(page);
      assert.equal(await version(page), old);
      assert.equal(await page.evaluate(async () => (await caches.keys()).length), 1);
    });
  }
});

test('a window that was open before the update keeps the files of its own version', async () => {
  await visit(async ({ site, context }) => {
    const first = await kept({ site, context });
    const second = await opened({ site, context });
    const old = await version(first);
    await site.update('fedcba987654', ['page.css', '/* another */']);
    await first.reload();
    await first.getByRole('button', { name: '新しい版に更新' }).click();
    await first.waitForFunction(() => document.querySelector('meta[name=version]')?.content === 'fedcba987654');
    const style = (page) => page.evaluate(async () => (await fetch('page.css')).text());
    assert.equal(await style(first), '/* another */');
    assert.equal(await version(second), old);
    assert.notEqual(await style(second), '/* another */');
    // It is told, too, and takes the new version when it is wanted.
    await second.getByRole('button', { name: '新しい版に更新' }).click();
    await second.waitForFunction(() => document.querySelector('meta[name=version]')?.content === 'fedcba987654');
    assert.equal(await style(second), '/* another */');
    await second.reload();
    await second.waitForFunction(async () => (await caches.keys()).length === 1);
  });
});

test('other pages of the site are left alone, and keep nothing themselves', async () => {
  await visit(async ({ site, context }) => {
    const page = await opened({ site, context }, 'pages/one.html');
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    await kept({ site, context });
    site.asked.length = 0;
    await page.reload();
    await ready(page);
    for (const path of ['/pages/one.html', '/hojokin.js', '/hojokin-widget_bg.wasm']) {
      assert.ok(site.asked.includes(path), `${path} comes from the server`);
    }
  });
});

test('a browser offers to install it', async () => {
  await visit(async ({ site, context }) => {
    const page = await kept({ site, context });
    const protocol = await context.newCDPSession(page);
    const { errors, data } = await protocol.send('Page.getAppManifest');
    assert.deepEqual(errors, []);
    const { icons, lang } = JSON.parse(data);
    assert.equal(lang, 'ja');
    for (const { src, sizes } of icons) {
      const size = await page.evaluate(async (src) => {
        const { width, height } = await createImageBitmap(await (await fetch(src)).blob());
        return `${width}x${height}`;
      }, src);
      assert.equal(size, sizes, src);
    }
    const { installabilityErrors } = await protocol.send('Page.getInstallabilityErrors');
    // A window for a private visit, as a test has it, installs nothing.
    const others = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
    assert.deepEqual(others, []);
  });
});

test('it is kept under Trusted Types too', async () => {
  const policy = "; require-trusted-types-for 'script'; trusted-types hojokin hojokin-page";
  await visit(async ({ site, context, wrong }) => {
    await kept({ site, context });
    assert.deepEqual(wrong, []);
  }, policy);
});
