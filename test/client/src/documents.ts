import { graphql } from './generated/gql.js';

export const createCampaign = graphql(`
  mutation CreateCampaign($input: CreateCampaignInput!) {
    createCampaign(input: $input) {
      campaign {
        id
        followUpAddresses {
          version
        }
      }
    }
  }
`);

export const updateGoalSettings = graphql(`
  mutation UpdateGoalSettings($input: UpdateGoalSettingsInput!) {
    updateGoalSettings(input: $input) {
      campaign {
        goalSettings {
          allowMultiple
          requireCode
        }
      }
    }
  }
`);

export const createGoal = graphql(`
  mutation CreateGoal($input: CreateGoalInput!) {
    createGoal(input: $input) {
      goal {
        id
      }
    }
  }
`);

export const createSuccessCode = graphql(`
  mutation CreateSuccessCode($input: CreateSuccessCodeInput!) {
    createSuccessCode(input: $input) {
      successCode {
        id
        label
        goal {
          name
        }
      }
    }
  }
`);

export const saveFollowUpAddresses = graphql(`
  mutation SaveFollowUpAddresses($input: SaveFollowUpAddressesInput!) {
    saveFollowUpAddresses(input: $input) {
      followUpAddresses {
        version
      }
    }
  }
`);

export const restoreFollowUpAddresses = graphql(`
  mutation RestoreFollowUpAddresses($input: RestoreFollowUpAddressesInput!) {
    restoreFollowUpAddresses(input: $input) {
      followUpAddresses {
        version
        codes {
          code {
            label
          }
          addresses {
            text
          }
        }
      }
    }
  }
`);

export const replayRouting = graphql(`
  query ReplayRouting($input: ReplayRoutingInput!) {
    replayRouting(input: $input) {
      chats
      same
      toOthers
      differences {
        outcome
        followUp {
          chat {
            conversationId
          }
        }
        before {
          recipients {
            address {
              email
            }
          }
        }
        after {
          recipients {
            address {
              email
            }
          }
        }
      }
    }
  }
`);

export const createSource = graphql(`
  mutation CreateSource($input: CreateSourceInput!) {
    createSource(input: $input) {
      source {
        id
        hookUrl
      }
      secret
    }
  }
`);

export const followUps = graphql(`
  query FollowUps($filter: FollowUpFilter) {
    followUps(filter: $filter, first: 10) {
      nodes {
        state
        reason
        chat {
          conversationId
        }
        receipt {
          state
          recipient {
            email
          }
        }
      }
    }
  }
`);
