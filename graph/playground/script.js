"use strict";
const samples = [
  {
    name: "The inbox",
    query: `query Inbox($filter: FollowUpFilter) {
  followUps(first: 10, filter: $filter) {
    nodes {
      number
      state
      reason
      codes
      chat { visitor { name } closedAt }
      decision { recipients { address { text } reasons { sentence } } }
      receipt { recipient { email } state words }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
    variables: { filter: { states: [] } },
  },
  {
    name: "Campaigns and their addresses",
    query: `{
  campaigns {
    id
    name
    goalSettings { mode allowMultiple requireCode timeLimit undoDelay unaddressed }
    followUpAddresses {
      version
      standard { text }
      codes { code { label } addresses { text } }
    }
  }
}`,
    variables: {},
  },
  {
    name: "Who would get it?",
    query: `query Simulate($input: SimulateRoutingInput!) {
  simulateRouting(input: $input) {
    recipients { address { text } reasons { sentence } }
    codes { label outcome }
    notForwardedReason
  }
}`,
    variables: { input: { campaign: "the id of a campaign", codes: ["lead"] } },
  },
  {
    name: "Sources",
    query: `{
  sources {
    name
    vendor
    hookUrl
    events(first: 5) { nodes { receivedAt type outcome problem } }
    ignored { type count lastAt }
  }
}`,
    variables: {},
  },
];

const find = (id) => document.getElementById(id);
const { endpoint, token } = document.body.dataset;
find("token").value = token;

const choose = (sample) => {
  find("query").value = sample.query;
  find("variables").value = JSON.stringify(sample.variables, null, 2);
};
for (const sample of samples) {
  find("samples").add(new Option(sample.name));
}
find("samples").addEventListener("change", () => choose(samples[find("samples").selectedIndex]));
choose(samples[0]);

const run = async () => {
  find("status").textContent = "…";
  try {
    const response = await fetch(endpoint, {
      method: "POST",
      credentials: "omit", // the token says who asks
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${find("token").value}` },
      body: JSON.stringify({
        query: find("query").value,
        variables: JSON.parse(find("variables").value || "{}"),
      }),
    });
    find("answer").textContent = JSON.stringify(await response.json(), null, 2);
    find("status").textContent = response.status;
  } catch (error) {
    find("answer").textContent = String(error);
    find("status").textContent = "not sent";
  }
};
find("run").addEventListener("click", run);
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    run();
  }
});

// One part for each definition, with its description; descriptions of one line are put on one.
const schema = find("schema").textContent.replace(/"""\n\s*(.*)\n\s*"""/g, '"$1"').split(/(?<=^(?:\}|\).*|scalar .*))\n/m);
const filter = () => {
  const wanted = find("find").value.toLowerCase();
  find("schema").textContent = schema.filter((part) => part.toLowerCase().includes(wanted)).join("\n");
};
find("find").addEventListener("input", filter);
filter();
