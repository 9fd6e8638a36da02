import { defineConfig } from '@playwright/test'
import { setting } from './stage/setting.ts'

// Run by the Go test beside this file, which starts what the stories need and says where it is.
export default defineConfig({
  testDir: 'stories',
  testMatch: '*.story.ts',
  workers: 1,
  forbidOnly: true,
  reporter: [['list'], ['json']], // the second goes into a file of the Go test's
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    browserName: 'chromium',
    launchOptions: {
      executablePath: setting('CHROMIUM'),
      ignoreDefaultArgs: true,
      args: JSON.parse(setting('CHROMIUM_FLAGS')) as string[],
    },
    viewport: { width: 900, height: 700 },
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'en-GB',
    timezoneId: 'UTC',
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
})
