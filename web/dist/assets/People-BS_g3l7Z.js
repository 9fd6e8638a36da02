import{n as e}from"./rolldown-runtime-WkwZ5CU-.js";import{i as t,r as n}from"./react-AyOTluXZ.js";import{a as r,i}from"./data-DiMTYSx0.js";import{a,i as o,r as s,s as c,t as l}from"./Answer-DMEYTMWp.js";import{t as u}from"./Dialog-CDEauA5y.js";import{t as d}from"./Only-B2hF-wxi.js";import{t as f}from"./key-DsEmhWS2.js";import{t as p}from"./focus-DDnvx9C2.js";import{t as m}from"./State-Cv9a8Bct.js";import{t as h}from"./Text-Cn22TiuQ.js";import{n as g,t as _}from"./Time-X1ouqVDN.js";import{t as v}from"./Once-DGCxv2lq.js";import{r as y}from"./Words-BuTTongn.js";import{t as b}from"./preload-helper-BQUUbbNx.js";import{t as x}from"./useKeyFor-BQh-RjYa.js";import{t as S}from"./Field-a0GslIpo.js";import{t as C}from"./Limit-BQn5WRLr.js";import{n as w}from"./viewer-HpT3TdIj.js";import{n as T}from"./Toast-KmhCxjtb.js";var E=e(t(),1),D=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},O=new D(`
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
}`),F=new D(`
    mutation RevokeInvitation($input: RevokeInvitationInput!) {
  revokeInvitation(input: $input) {
    invitation {
      id
    }
  }
}
    `),I=y({english:{title:`People`,invite:`Invite somebody`,invited:`Invited`,role:`Role`,"role.OWNER":`Owner`,"role.MANAGER":`Manager`,"role.OPERATOR":`Operator`,"role.VIEWER":`Viewer`,"may.OWNER":`May do everything, people and tokens too.`,"may.MANAGER":`May change campaigns, sources and follow-ups, but not people and tokens. Limited to campaigns, only what is theirs.`,"may.OPERATOR":`May see everything, and act on follow-ups: give codes, send, send again.`,"may.VIEWER":`May see, and change nothing.`,campaigns:`Campaigns`,"campaigns.all":`All campaigns`,"campaigns.some":`Only these`,only:`Only`,signedIn:`Signed in last:`,never:`never`,you:`That is you`,name:`Name`,change:`Change`,changeTitle:`Change {name}`,changed:`{name} was changed.`,disable:`Keep out`,enable:`Let in again`,disabled:`Kept out since {at}`,disabledNow:`{name} cannot sign in any more.`,passwordLink:`Link for a new password`,passwordText:`With the link {name} sets a new password, for when the old one is lost. It works once, within a day. Hand it over yourself: it is not mailed.`,makeLink:`Make the link`,link:`Link`,linkBefore:`The link was shown when the same was asked for before. Send the invitation again for a new one.`,email:`E-mail`,emailHint:`The invitation is mailed there, and they sign in with it.`,send:`Send the invitation`,mailed:`Mailed to {email}: {at}`,notMailed:`Not mailed: hand the link over yourself`,invitedBy:`Invited by {name}`,until:`The link works until`,over:`The link has expired`,again:`Send again`,againTitle:`Send the invitation again?`,againText:`A mail with a new link goes to {email}. The old link does not work any more.`,revoke:`Revoke`,save:`Save`,cancel:`Cancel`,done:`Done`},others:{de:()=>b(()=>import(`./de-DTfczZlC.js`),[],import.meta.url),nl:()=>b(()=>import(`./nl-DL6IKrtr.js`),[],import.meta.url)}}),L=n();function R({invitation:{email:e,sentAt:t,words:n}}){let{t:r}=I(),i=g();return t?(0,L.jsx)(m,{tone:`ok`,children:r(`mailed`,{email:e,at:i(t)})}):(0,L.jsxs)(`div`,{children:[(0,L.jsx)(m,{tone:n?`bad`:`wait`,children:r(`notMailed`)}),n&&(0,L.jsx)(`p`,{className:`small`,children:(0,L.jsx)(h,{children:n})})]})}function z({invitation:e,link:t,onDone:n}){let{t:r}=I();return(0,L.jsxs)(`div`,{className:`stack`,children:[(0,L.jsx)(R,{invitation:e}),t?(0,L.jsx)(v,{text:t,label:r(`link`)}):(0,L.jsx)(`p`,{children:r(`linkBefore`)}),(0,L.jsx)(`div`,{children:(0,L.jsx)(`button`,{type:`button`,className:`button`,onClick:n,children:r(`done`)})})]})}function B({role:e,campaigns:t}){let{t:n}=I();return(0,L.jsxs)(L.Fragment,{children:[(0,L.jsx)(`p`,{className:`label`,children:n(`role.${e}`)}),(0,L.jsx)(`p`,{className:`small muted`,children:n(`may.${e}`)}),t&&(0,L.jsxs)(`p`,{className:`small`,children:[n(`only`),` `,(0,L.jsx)(h,{children:t.map(({name:e})=>e).join(`, `)})]})]})}function V({invitation:e}){let{t}=I(),{email:n,role:r,campaigns:i,invitedBy:a,createdAt:o,expiresAt:s}=e,c=new Date(s)<new Date;return(0,L.jsxs)(`div`,{className:`person`,children:[(0,L.jsxs)(`div`,{children:[(0,L.jsx)(`h3`,{children:(0,L.jsx)(h,{children:n})}),(0,L.jsxs)(`p`,{className:`small muted`,children:[t(`invitedBy`,{name:a}),` `,(0,L.jsx)(_,{at:o})]})]}),(0,L.jsxs)(`div`,{children:[(0,L.jsx)(B,{role:r,campaigns:i}),(0,L.jsx)(R,{invitation:e}),c?(0,L.jsx)(m,{tone:`bad`,children:t(`over`)}):(0,L.jsxs)(`p`,{className:`small muted`,children:[t(`until`),` `,(0,L.jsx)(_,{at:s})]})]}),(0,L.jsx)(H,{invitation:e})]})}function H({invitation:e}){let{t}=I(),[n,r]=(0,E.useState)(!1),a=i(F),o=()=>r(!1);return(0,L.jsxs)(`div`,{className:`row wrap`,children:[(0,L.jsx)(`button`,{type:`button`,className:`button small`,onClick:()=>r(!0),children:t(`again`)}),(0,L.jsx)(`button`,{type:`button`,className:`button small`,disabled:a.busy,onClick:async()=>{await a.run({id:e.id})&&p(`invited`,`people`)},children:t(`revoke`)}),(0,L.jsx)(s,{problem:a.problem}),(0,L.jsx)(u,{title:t(`againTitle`),open:n,onClose:o,children:(0,L.jsx)(U,{invitation:e,onDone:o})})]})}function U({invitation:{id:e,email:t},onDone:n}){let{t:r}=I(),{run:a,busy:o,problem:c}=i(P),[l]=(0,E.useState)(f),[u,d]=(0,E.useState)(null);return u?(0,L.jsx)(z,{invitation:u.invitation,link:u.link,onDone:n}):(0,L.jsxs)(L.Fragment,{children:[(0,L.jsx)(`p`,{children:r(`againText`,{email:t})}),(0,L.jsx)(s,{problem:c}),(0,L.jsxs)(`div`,{className:`row wrap`,children:[(0,L.jsx)(`button`,{type:`button`,className:`button primary`,disabled:o,onClick:async()=>d((await a({id:e,idempotencyKey:l}))?.resendInvitation??null),children:r(`again`)}),(0,L.jsx)(`button`,{type:`button`,className:`button`,onClick:n,children:r(`cancel`)})]})]})}var W=[`OWNER`,`MANAGER`,`OPERATOR`,`VIEWER`],G=({role:e,campaigns:t})=>({role:e,campaigns:t?.map(({id:e})=>e)??null}),K=({role:e,campaigns:t})=>e===`OWNER`?null:t,q=e=>K(e)?.length===0,J=(e,t)=>e.role===t.role&&JSON.stringify(K(e)?.toSorted())===JSON.stringify(K(t)?.toSorted());function Y(e){let t=K(e);return e.role===`OWNER`?{role:e.role}:t?{role:e.role,campaigns:[...t]}:{role:e.role,allCampaigns:!0}}function X(e){let t=K(e);return{role:e.role,...t?{campaigns:[...t]}:{}}}function Z({access:e,campaigns:t,onChange:n}){let{t:r}=I(),i=(0,E.useId)();return(0,L.jsxs)(L.Fragment,{children:[(0,L.jsxs)(`fieldset`,{className:`options`,children:[(0,L.jsx)(`legend`,{children:r(`role`)}),W.map(t=>(0,L.jsxs)(`label`,{className:`check hinted`,children:[(0,L.jsx)(`input`,{type:`radio`,name:i,checked:e.role===t,onChange:()=>n({...e,role:t})}),(0,L.jsxs)(`span`,{children:[r(`role.${t}`),(0,L.jsxs)(`span`,{className:`small muted`,children:[` `,r(`may.${t}`)]})]})]},t))]}),e.role!==`OWNER`&&(0,L.jsx)(C,{legend:r(`campaigns`),all:r(`campaigns.all`),some:r(`campaigns.some`),items:t,chosen:e.campaigns,onChange:t=>n({...e,campaigns:t})})]})}function Q({campaigns:e,onDone:t}){let{t:n}=I(),{run:r,busy:c,problem:l}=i(N),[u,d]=(0,E.useState)(``),[f,p]=(0,E.useState)({role:`OPERATOR`,campaigns:null}),[m,h]=(0,E.useState)(null),g={email:u,...X(f)},_=x(JSON.stringify(g));return m?(0,L.jsx)(z,{invitation:m.invitation,link:m.link,onDone:t}):(0,L.jsxs)(`form`,{className:`stack`,onSubmit:async e=>{e.preventDefault();let t=await r({...g,idempotencyKey:_});t&&h(t.createInvitation)},children:[(0,L.jsx)(S,{label:n(`email`),hint:n(`emailHint`),problem:a(l,`input.email`),children:e=>(0,L.jsx)(`input`,{...e,className:`input`,type:`email`,required:!0,value:u,onChange:e=>d(e.target.value)})}),(0,L.jsx)(Z,{access:f,campaigns:e,onChange:p}),(0,L.jsx)(s,{problem:o(l,[`input.email`])}),(0,L.jsxs)(`div`,{className:`row wrap`,children:[(0,L.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:c||q(f),children:n(`send`)}),(0,L.jsx)(`button`,{type:`button`,className:`button`,onClick:t,children:n(`cancel`)})]})]})}function $({person:e,campaigns:t,onDone:n}){let{t:r}=I(),c=T(),{run:l,busy:u,problem:d}=i(k),[f,p]=(0,E.useState)(e.name),[m,h]=(0,E.useState)(G(e));return(0,L.jsxs)(`form`,{className:`stack`,onSubmit:async t=>{t.preventDefault();let i=f!==e.name,a=!J(m,G(e));await l({id:e.id,...i&&{name:f},...a&&Y(m)})&&(c(r(`changed`,{name:f}),()=>l({id:e.id,...i&&{name:e.name},...a&&Y(G(e))})),n())},children:[(0,L.jsx)(S,{label:r(`name`),problem:a(d,`input.name`),children:e=>(0,L.jsx)(`input`,{...e,className:`input`,required:!0,value:f,onChange:e=>p(e.target.value)})}),(0,L.jsx)(Z,{access:m,campaigns:t,onChange:h}),(0,L.jsx)(s,{problem:o(d,[`input.name`])}),(0,L.jsxs)(`div`,{className:`row wrap`,children:[(0,L.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:u||q(m),children:r(`save`)}),(0,L.jsx)(`button`,{type:`button`,className:`button`,onClick:n,children:r(`cancel`)})]})]})}function ee({person:{id:e,name:t}}){let{t:n}=I(),{run:r,busy:a,problem:o}=i(M),[c,l]=(0,E.useState)(``);return(0,L.jsxs)(L.Fragment,{children:[(0,L.jsx)(`p`,{children:n(`passwordText`,{name:t})}),(0,L.jsx)(s,{problem:o}),c?(0,L.jsx)(v,{text:c,label:n(`link`)}):(0,L.jsx)(`div`,{children:(0,L.jsx)(`button`,{type:`button`,className:`button primary`,disabled:a,onClick:async()=>l((await r({person:e}))?.createPasswordLink?.link??``),children:n(`makeLink`)})})]})}function te({person:e,campaigns:t}){let{t:n}=I(),r=g(),{name:i,email:a,signedInAt:o,disabledAt:s}=e;return(0,L.jsxs)(`div`,{className:`person`,children:[(0,L.jsxs)(`div`,{children:[(0,L.jsx)(`h2`,{children:(0,L.jsx)(h,{children:i})}),(0,L.jsx)(`p`,{className:`small muted`,children:(0,L.jsx)(h,{children:a})}),(0,L.jsxs)(`p`,{className:`small muted`,children:[n(`signedIn`),` `,o?(0,L.jsx)(_,{at:o}):n(`never`)]})]}),(0,L.jsxs)(`div`,{children:[(0,L.jsx)(B,{role:e.role,campaigns:e.campaigns}),s&&(0,L.jsx)(m,{tone:`bad`,children:n(`disabled`,{at:r(s)})})]}),(0,L.jsx)(ne,{person:e,campaigns:t})]})}function ne({person:e,campaigns:t}){let{t:n}=I(),[r,i]=(0,E.useState)(),a=()=>i(void 0);return(0,L.jsxs)(`div`,{className:`row wrap`,children:[(0,L.jsx)(`button`,{type:`button`,className:`button small`,onClick:()=>i(`change`),children:n(`change`)}),!e.disabledAt&&(0,L.jsx)(`button`,{type:`button`,className:`button small`,onClick:()=>i(`password`),children:n(`passwordLink`)}),(0,L.jsx)(re,{person:e}),(0,L.jsx)(u,{title:n(`changeTitle`,{name:e.name}),open:r===`change`,onClose:a,children:(0,L.jsx)($,{person:e,campaigns:t,onDone:a})}),(0,L.jsx)(u,{title:n(`passwordLink`),open:r===`password`,onClose:a,children:(0,L.jsx)(ee,{person:e})})]})}function re({person:{id:e,name:t,disabledAt:n}}){let{t:r}=I(),a=w(),o=T(),c=i(A),l=i(j);return a.person===e?(0,L.jsx)(`span`,{className:`small muted`,children:r(`you`)}):(0,L.jsxs)(L.Fragment,{children:[(0,L.jsx)(`button`,{type:`button`,className:`button small`,disabled:c.busy||l.busy,onClick:async()=>{n?await l.run({id:e}):await c.run({id:e})&&o(r(`disabledNow`,{name:t}),()=>l.run({id:e}))},children:r(n?`enable`:`disable`)}),(0,L.jsx)(s,{problem:c.problem??l.problem})]})}function ie(){let{t:e}=I();return(0,L.jsx)(d,{may:`PEOPLE`,title:e(`title`),children:(0,L.jsx)(ae,{})})}function ae(){let{t:e}=I(),t=r(`account`,O,{}),[n,i]=(0,E.useState)(!1);return(0,L.jsx)(c,{title:e(`title`),actions:(0,L.jsx)(`button`,{type:`button`,className:`button primary`,onClick:()=>i(!0),children:e(`invite`)}),children:(0,L.jsx)(l,{of:t,children:t=>(0,L.jsxs)(L.Fragment,{children:[(0,L.jsx)(oe,{result:t}),(0,L.jsx)(u,{title:e(`invite`),open:n,onClose:()=>i(!1),children:(0,L.jsx)(Q,{campaigns:t.campaigns,onDone:()=>i(!1)})})]})})})}function oe({result:{people:e,invitations:t,campaigns:n}}){let{t:r}=I();return(0,L.jsxs)(`div`,{className:`stack`,children:[(0,L.jsx)(`ul`,{id:`people`,tabIndex:-1,className:`people`,children:e.map(e=>(0,L.jsx)(`li`,{className:`card`,children:(0,L.jsx)(te,{person:e,campaigns:n})},e.id))}),t.length>0&&(0,L.jsxs)(`section`,{"aria-labelledby":`invited`,className:`stack`,children:[(0,L.jsx)(`h2`,{id:`invited`,tabIndex:-1,children:r(`invited`)}),(0,L.jsx)(`ul`,{className:`people`,children:t.map(e=>(0,L.jsx)(`li`,{className:`card`,children:(0,L.jsx)(V,{invitation:e})},e.id))})]})]})}export{ie as People};