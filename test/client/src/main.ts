import { Client, done } from './client.js';
import * as documents from './documents.js';
import { close, post } from './vendor.js';

// The story: a campaign from nothing to a delivered mail, another table and what it would have done, and the older table again.

const url = setting('POSTCHAT_URL');
const api = new Client(url, setting('POSTCHAT_TOKEN'));

const campaign = done((await api.ask(documents.createCampaign, { input: { name: 'Shop', timeZone: 'Europe/Amsterdam' } })).createCampaign).campaign;
const settings = await api.ask(documents.updateGoalSettings, { input: { campaign: campaign.id, allowMultiple: true } });
expect('several codes are allowed', done(settings.updateGoalSettings).campaign.goalSettings.allowMultiple, true);
const sales = await goal('Sales');
const service = await goal('Service');
const lead = await code('lead', sales);
const support = await code('support', service);

const first = await save(campaign.followUpAddresses.version, 'sales@shop.example; Night desk <nights@shop.example>');
const created = await api.ask(documents.createSource, { input: { name: 'Website', vendor: 'postchat', defaultCampaign: campaign.id, hold: 0 } });
const { source, secret } = done(created.createSource);
const hook = `${url}/hooks/${source.id}`;
expect('the hook ends with the source', source.hookUrl.endsWith(`/hooks/${source.id}`), true);

await chat('conv-1', ['nights@shop.example', 'sales@shop.example']);

const second = await save(first, 'agency@partner.example');
const replay = (await api.ask(documents.replayRouting, { input: { campaign: campaign.id, days: 1, version: second } })).replayRouting;
expect('the replay looks at the chat', [replay.chats, replay.same, replay.toOthers], [1, 0, 1]);
const difference = replay.differences[0];
expect('the replay names the chat', difference?.followUp.chat.conversationId, 'conv-1');
expect('and those who would get it', difference?.after.recipients.map((r) => r.address.email), ['agency@partner.example']);

const restored = await api.ask(documents.restoreFollowUpAddresses, {
  input: { campaign: campaign.id, version: first, expectedVersion: second, comment: 'The agency is not ready yet.' },
});
const table = done(restored.restoreFollowUpAddresses).followUpAddresses;
expect('the older table is the newest version', table.version, second + 1);

await chat('conv-2', ['nights@shop.example', 'sales@shop.example']);
console.log('done');

async function goal(name: string): Promise<string> {
  return done((await api.ask(documents.createGoal, { input: { campaign: campaign.id, name } })).createGoal).goal.id;
}

async function code(label: string, goal: string): Promise<string> {
  const made = await api.ask(documents.createSuccessCode, { input: { campaign: campaign.id, label, goal } });
  return done(made.createSuccessCode).successCode.id;
}

/** Saves a table in which leads go to the addresses, and returns its version. */
async function save(version: number, leads: string): Promise<number> {
  const codes = [
    { code: lead, addresses: leads },
    { code: support, addresses: 'support@shop.example' },
  ];
  const saved = await api.ask(documents.saveFollowUpAddresses, {
    input: { campaign: campaign.id, version, standard: 'office@shop.example', codes },
  });
  return done(saved.saveFollowUpAddresses).followUpAddresses.version;
}

/** Ends a chat with the code lead and waits until its mail is delivered to the recipients, and to nobody else. */
async function chat(conversation: string, recipients: string[]): Promise<void> {
  await post(hook, secret, close(conversation, 'lead', `This is ${conversation}. We need 40 desk lamps before May.`));
  for (const deadline = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const { nodes } = (await api.ask(documents.followUps, { filter: { campaigns: [campaign.id] } })).followUps;
    const followUp = nodes.find((node) => node.chat.conversationId === conversation);
    if (followUp?.state === 'DELIVERED') {
      expect(`${conversation} went to`, followUp.receipt.map((d) => d.recipient.email).sort(), recipients);
      return;
    }
    if (Date.now() > deadline) {
      throw new Error(`${conversation} is not delivered: ${followUp?.state} ${followUp?.reason}`);
    }
  }
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} is not set`);
  }
  return value;
}

function expect(what: string, is: unknown, want: unknown): void {
  if (JSON.stringify(is) !== JSON.stringify(want)) {
    throw new Error(`${what}: ${JSON.stringify(is)}, not ${JSON.stringify(want)}`);
  }
}
