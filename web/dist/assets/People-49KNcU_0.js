import{n as e}from"./rolldown-runtime-WkwZ5CU-.js";import{i as t,r as n}from"./react-AyOTluXZ.js";import{a as r,i}from"./data-DzwsbZCa.js";import{a,i as o,r as s,s as c,t as l}from"./Answer-BvqSZd80.js";import{t as u}from"./Dialog-Dw1coUpL.js";import{t as d}from"./Only-Bs4wYCIQ.js";import{d as f,i as p,s as m,t as h}from"./base-CTmk8UTt.js";import{t as g}from"./focus-DDnvx9C2.js";import{t as _}from"./Text-COXIjOdy.js";import{n as v,t as y}from"./Time-DC31v31L.js";import{t as b}from"./Once-Cx4l_oeu.js";import{t as x}from"./useKeyFor-B1fV41WN.js";import{t as S}from"./Field-a0GslIpo.js";import{t as C}from"./Limit-aqwN1FMs.js";import{n as w}from"./viewer-HpT3TdIj.js";import{n as T}from"./Toast-TBbxKBA3.js";var E=e(t(),1),D=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},O=new D(`
    query People {
  people {
    ...PersonRow
  }
  invitations {
    ...InvitationRow
  }
  campaigns {
    id
    name
  }
}
    fragment PersonRow on Person {
  id
  name
  email
  role
  campaigns {
    id
    name
  }
  signedInAt
  disabledAt
}
fragment InvitationRow on Invitation {
  id
  email
  role
  campaigns {
    id
    name
  }
  invitedBy
  createdAt
  expiresAt
  sentAt
  words
}`),k=new D(`
    mutation UpdatePerson($input: UpdatePersonInput!) {
  updatePerson(input: $input) {
    person {
      id
    }
  }
}
    `),A=new D(`
    mutation DisablePerson($input: DisablePersonInput!) {
  disablePerson(input: $input) {
    person {
      id
    }
  }
}
    `),j=new D(`
    mutation EnablePerson($input: EnablePersonInput!) {
  enablePerson(input: $input) {
    person {
      id
    }
  }
}
    `),M=new D(`
    mutation PasswordLink($input: CreatePasswordLinkInput!) {
  createPasswordLink(input: $input) {
    link
  }
}
    `),N=new D(`
    mutation Invite($input: CreateInvitationInput!) {
  createInvitation(input: $input) {
    invitation {
      ...InvitationRow
    }
    link
  }
}
    fragment InvitationRow on Invitation {
  id
  email
  role
  campaigns {
    id
    name
  }
  invitedBy
  createdAt
  expiresAt
  sentAt
  words
}`),P=new D(`
    mutation InviteAgain($input: ResendInvitationInput!) {
  resendInvitation(input: $input) {
    invitation {
      ...InvitationRow
    }
    link
  }
}
    fragment InvitationRow on Invitation {
  id
  email
  role
  campaigns {
    id
    name
  }
  invitedBy
  createdAt
  expiresAt
  sentAt
  words
}`),ee=new D(`
    mutation RevokeInvitation($input: RevokeInvitationInput!) {
  revokeInvitation(input: $input) {
    invitation {
      id
    }
  }
}
    `),F=f({english:{title:`People`,invite:`Invite somebody`,invited:`Invited`,role:`Role`,"role.OWNER":`Owner`,"role.MANAGER":`Manager`,"role.OPERATOR":`Operator`,"role.VIEWER":`Viewer`,"may.OWNER":`May do everything, people and tokens too.`,"may.MANAGER":`May change campaigns, sources and follow-ups, but not people and tokens. Limited to campaigns, only what is theirs.`,"may.OPERATOR":`May see everything, and act on follow-ups: give codes, send, send again.`,"may.VIEWER":`May see, and change nothing.`,campaigns:`Campaigns`,"campaigns.all":`All campaigns`,"campaigns.some":`Only these`,only:`Only`,signedIn:`Signed in last:`,never:`never`,you:`That is you`,name:`Name`,change:`Change`,changeTitle:`Change {name}`,changed:`{name} was changed.`,disable:`Keep out`,enable:`Let in again`,disabled:`Kept out since {at}`,disabledNow:`{name} cannot sign in any more.`,passwordLink:`Link for a new password`,passwordText:`With the link {name} sets a new password, for when the old one is lost. It works once, within a day. Hand it over yourself: it is not mailed.`,makeLink:`Make the link`,link:`Link`,linkBefore:`The link was shown when the same was asked for before. Send the invitation again for a new one.`,email:`E-mail`,emailHint:`The invitation is mailed there, and they sign in with it.`,send:`Send the invitation`,mailed:`Mailed to {email}: {at}`,notMailed:`Not mailed: hand the link over yourself`,invitedBy:`Invited by {name}`,until:`The link works until`,over:`The link has expired`,again:`Send again`,againTitle:`Send the invitation again?`,againText:`A mail with a new link goes to {email}. The old link does not work any more.`,revoke:`Revoke`,save:`Save`,cancel:`Cancel`,done:`Done`},others:{de:()=>m(()=>import(`./de-DTfczZlC.js`),[],import.meta.url),nl:()=>m(()=>import(`./nl-DL6IKrtr.js`),[],import.meta.url)}}),I=n();function L({invitation:{email:e,sentAt:t,words:n}}){let{t:r}=F(),i=v();return t?(0,I.jsx)(p,{tone:`ok`,children:r(`mailed`,{email:e,at:i(t)})}):(0,I.jsxs)(`div`,{children:[(0,I.jsx)(p,{tone:n?`bad`:`wait`,children:r(`notMailed`)}),n&&(0,I.jsx)(`p`,{className:`small`,children:(0,I.jsx)(_,{children:n})})]})}function R({invitation:e,link:t,onDone:n}){let{t:r}=F();return(0,I.jsxs)(`div`,{className:`stack`,children:[(0,I.jsx)(L,{invitation:e}),t?(0,I.jsx)(b,{text:t,label:r(`link`)}):(0,I.jsx)(`p`,{children:r(`linkBefore`)}),(0,I.jsx)(`div`,{children:(0,I.jsx)(`button`,{type:`button`,className:`button`,onClick:n,children:r(`done`)})})]})}function z({role:e,campaigns:t}){let{t:n}=F();return(0,I.jsxs)(I.Fragment,{children:[(0,I.jsx)(`p`,{className:`label`,children:n(`role.${e}`)}),(0,I.jsx)(`p`,{className:`small muted`,children:n(`may.${e}`)}),t&&(0,I.jsxs)(`p`,{className:`small`,children:[n(`only`),` `,(0,I.jsx)(_,{children:t.map(({name:e})=>e).join(`, `)})]})]})}function B({invitation:e}){let{t}=F(),{email:n,role:r,campaigns:i,invitedBy:a,createdAt:o,expiresAt:s}=e,c=new Date(s)<new Date;return(0,I.jsxs)(`div`,{className:`person`,children:[(0,I.jsxs)(`div`,{children:[(0,I.jsx)(`h3`,{children:(0,I.jsx)(_,{children:n})}),(0,I.jsxs)(`p`,{className:`small muted`,children:[t(`invitedBy`,{name:a}),` `,(0,I.jsx)(y,{at:o})]})]}),(0,I.jsxs)(`div`,{children:[(0,I.jsx)(z,{role:r,campaigns:i}),(0,I.jsx)(L,{invitation:e}),c?(0,I.jsx)(p,{tone:`bad`,children:t(`over`)}):(0,I.jsxs)(`p`,{className:`small muted`,children:[t(`until`),` `,(0,I.jsx)(y,{at:s})]})]}),(0,I.jsx)(V,{invitation:e})]})}function V({invitation:e}){let{t}=F(),[n,r]=(0,E.useState)(!1),a=i(ee),o=()=>r(!1);return(0,I.jsxs)(`div`,{className:`row wrap`,children:[(0,I.jsx)(`button`,{type:`button`,className:`button small`,onClick:()=>r(!0),children:t(`again`)}),(0,I.jsx)(`button`,{type:`button`,className:`button small`,disabled:a.busy,onClick:async()=>{await a.run({id:e.id})&&g(`invited`,`people`)},children:t(`revoke`)}),(0,I.jsx)(s,{problem:a.problem}),(0,I.jsx)(u,{title:t(`againTitle`),open:n,onClose:o,children:(0,I.jsx)(H,{invitation:e,onDone:o})})]})}function H({invitation:{id:e,email:t},onDone:n}){let{t:r}=F(),{run:a,busy:o,problem:c}=i(P),[l]=(0,E.useState)(h),[u,d]=(0,E.useState)(null);return u?(0,I.jsx)(R,{invitation:u.invitation,link:u.link,onDone:n}):(0,I.jsxs)(I.Fragment,{children:[(0,I.jsx)(`p`,{children:r(`againText`,{email:t})}),(0,I.jsx)(s,{problem:c}),(0,I.jsxs)(`div`,{className:`row wrap`,children:[(0,I.jsx)(`button`,{type:`button`,className:`button primary`,disabled:o,onClick:async()=>d((await a({id:e,idempotencyKey:l}))?.resendInvitation??null),children:r(`again`)}),(0,I.jsx)(`button`,{type:`button`,className:`button`,onClick:n,children:r(`cancel`)})]})]})}var U=[`OWNER`,`MANAGER`,`OPERATOR`,`VIEWER`],W=({role:e,campaigns:t})=>({role:e,campaigns:t?.map(({id:e})=>e)??null}),G=({role:e,campaigns:t})=>e===`OWNER`?null:t,K=e=>G(e)?.length===0,q=(e,t)=>e.role===t.role&&JSON.stringify(G(e)?.toSorted())===JSON.stringify(G(t)?.toSorted());function J(e){let t=G(e);return e.role===`OWNER`?{role:e.role}:t?{role:e.role,campaigns:[...t]}:{role:e.role,allCampaigns:!0}}function Y(e){let t=G(e);return{role:e.role,...t?{campaigns:[...t]}:{}}}function X({access:e,campaigns:t,onChange:n}){let{t:r}=F(),i=(0,E.useId)();return(0,I.jsxs)(I.Fragment,{children:[(0,I.jsxs)(`fieldset`,{className:`options`,children:[(0,I.jsx)(`legend`,{children:r(`role`)}),U.map(t=>(0,I.jsxs)(`label`,{className:`check hinted`,children:[(0,I.jsx)(`input`,{type:`radio`,name:i,checked:e.role===t,onChange:()=>n({...e,role:t})}),(0,I.jsxs)(`span`,{children:[r(`role.${t}`),(0,I.jsxs)(`span`,{className:`small muted`,children:[` `,r(`may.${t}`)]})]})]},t))]}),e.role!==`OWNER`&&(0,I.jsx)(C,{legend:r(`campaigns`),all:r(`campaigns.all`),some:r(`campaigns.some`),items:t,chosen:e.campaigns,onChange:t=>n({...e,campaigns:t})})]})}function Z({campaigns:e,onDone:t}){let{t:n}=F(),{run:r,busy:c,problem:l}=i(N),[u,d]=(0,E.useState)(``),[f,p]=(0,E.useState)({role:`OPERATOR`,campaigns:null}),[m,h]=(0,E.useState)(null),g={email:u,...Y(f)},_=x(JSON.stringify(g));return m?(0,I.jsx)(R,{invitation:m.invitation,link:m.link,onDone:t}):(0,I.jsxs)(`form`,{className:`stack`,onSubmit:async e=>{e.preventDefault();let t=await r({...g,idempotencyKey:_});t&&h(t.createInvitation)},children:[(0,I.jsx)(S,{label:n(`email`),hint:n(`emailHint`),problem:a(l,`input.email`),children:e=>(0,I.jsx)(`input`,{...e,className:`input`,type:`email`,required:!0,value:u,onChange:e=>d(e.target.value)})}),(0,I.jsx)(X,{access:f,campaigns:e,onChange:p}),(0,I.jsx)(s,{problem:o(l,[`input.email`])}),(0,I.jsxs)(`div`,{className:`row wrap`,children:[(0,I.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:c||K(f),children:n(`send`)}),(0,I.jsx)(`button`,{type:`button`,className:`button`,onClick:t,children:n(`cancel`)})]})]})}function Q({person:e,campaigns:t,onDone:n}){let{t:r}=F(),c=T(),{run:l,busy:u,problem:d}=i(k),[f,p]=(0,E.useState)(e.name),[m,h]=(0,E.useState)(W(e));return(0,I.jsxs)(`form`,{className:`stack`,onSubmit:async t=>{t.preventDefault();let i=f!==e.name,a=!q(m,W(e));await l({id:e.id,...i&&{name:f},...a&&J(m)})&&(c(r(`changed`,{name:f}),()=>l({id:e.id,...i&&{name:e.name},...a&&J(W(e))})),n())},children:[(0,I.jsx)(S,{label:r(`name`),problem:a(d,`input.name`),children:e=>(0,I.jsx)(`input`,{...e,className:`input`,required:!0,value:f,onChange:e=>p(e.target.value)})}),(0,I.jsx)(X,{access:m,campaigns:t,onChange:h}),(0,I.jsx)(s,{problem:o(d,[`input.name`])}),(0,I.jsxs)(`div`,{className:`row wrap`,children:[(0,I.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:u||K(m),children:r(`save`)}),(0,I.jsx)(`button`,{type:`button`,className:`button`,onClick:n,children:r(`cancel`)})]})]})}function $({person:{id:e,name:t}}){let{t:n}=F(),{run:r,busy:a,problem:o}=i(M),[c,l]=(0,E.useState)(``);return(0,I.jsxs)(I.Fragment,{children:[(0,I.jsx)(`p`,{children:n(`passwordText`,{name:t})}),(0,I.jsx)(s,{problem:o}),c?(0,I.jsx)(b,{text:c,label:n(`link`)}):(0,I.jsx)(`div`,{children:(0,I.jsx)(`button`,{type:`button`,className:`button primary`,disabled:a,onClick:async()=>l((await r({person:e}))?.createPasswordLink?.link??``),children:n(`makeLink`)})})]})}function te({person:e,campaigns:t}){let{t:n}=F(),r=v(),{name:i,email:a,signedInAt:o,disabledAt:s}=e;return(0,I.jsxs)(`div`,{className:`person`,children:[(0,I.jsxs)(`div`,{children:[(0,I.jsx)(`h2`,{children:(0,I.jsx)(_,{children:i})}),(0,I.jsx)(`p`,{className:`small muted`,children:(0,I.jsx)(_,{children:a})}),(0,I.jsxs)(`p`,{className:`small muted`,children:[n(`signedIn`),` `,o?(0,I.jsx)(y,{at:o}):n(`never`)]})]}),(0,I.jsxs)(`div`,{children:[(0,I.jsx)(z,{role:e.role,campaigns:e.campaigns}),s&&(0,I.jsx)(p,{tone:`bad`,children:n(`disabled`,{at:r(s)})})]}),(0,I.jsx)(ne,{person:e,campaigns:t})]})}function ne({person:e,campaigns:t}){let{t:n}=F(),[r,i]=(0,E.useState)(),a=()=>i(void 0);return(0,I.jsxs)(`div`,{className:`row wrap`,children:[(0,I.jsx)(`button`,{type:`button`,className:`button small`,onClick:()=>i(`change`),children:n(`change`)}),!e.disabledAt&&(0,I.jsx)(`button`,{type:`button`,className:`button small`,onClick:()=>i(`password`),children:n(`passwordLink`)}),(0,I.jsx)(re,{person:e}),(0,I.jsx)(u,{title:n(`changeTitle`,{name:e.name}),open:r===`change`,onClose:a,children:(0,I.jsx)(Q,{person:e,campaigns:t,onDone:a})}),(0,I.jsx)(u,{title:n(`passwordLink`),open:r===`password`,onClose:a,children:(0,I.jsx)($,{person:e})})]})}function re({person:{id:e,name:t,disabledAt:n}}){let{t:r}=F(),a=w(),o=T(),c=i(A),l=i(j);return a.person===e?(0,I.jsx)(`span`,{className:`small muted`,children:r(`you`)}):(0,I.jsxs)(I.Fragment,{children:[(0,I.jsx)(`button`,{type:`button`,className:`button small`,disabled:c.busy||l.busy,onClick:async()=>{n?await l.run({id:e}):await c.run({id:e})&&o(r(`disabledNow`,{name:t}),()=>l.run({id:e}))},children:r(n?`enable`:`disable`)}),(0,I.jsx)(s,{problem:c.problem??l.problem})]})}function ie(){let{t:e}=F();return(0,I.jsx)(d,{may:`PEOPLE`,title:e(`title`),children:(0,I.jsx)(ae,{})})}function ae(){let{t:e}=F(),t=r(`account`,O,{}),[n,i]=(0,E.useState)(!1);return(0,I.jsx)(c,{title:e(`title`),actions:(0,I.jsx)(`button`,{type:`button`,className:`button primary`,onClick:()=>i(!0),children:e(`invite`)}),children:(0,I.jsx)(l,{of:t,children:t=>(0,I.jsxs)(I.Fragment,{children:[(0,I.jsx)(oe,{result:t}),(0,I.jsx)(u,{title:e(`invite`),open:n,onClose:()=>i(!1),children:(0,I.jsx)(Z,{campaigns:t.campaigns,onDone:()=>i(!1)})})]})})})}function oe({result:{people:e,invitations:t,campaigns:n}}){let{t:r}=F();return(0,I.jsxs)(`div`,{className:`stack`,children:[(0,I.jsx)(`ul`,{id:`people`,tabIndex:-1,className:`people`,children:e.map(e=>(0,I.jsx)(`li`,{className:`card`,children:(0,I.jsx)(te,{person:e,campaigns:n})},e.id))}),t.length>0&&(0,I.jsxs)(`section`,{"aria-labelledby":`invited`,className:`stack`,children:[(0,I.jsx)(`h2`,{id:`invited`,tabIndex:-1,children:r(`invited`)}),(0,I.jsx)(`ul`,{className:`people`,children:t.map(e=>(0,I.jsx)(`li`,{className:`card`,children:(0,I.jsx)(B,{invitation:e})},e.id))})]})]})}export{ie as People};