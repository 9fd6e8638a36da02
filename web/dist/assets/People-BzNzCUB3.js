import{a as e,i as t,r as n,s as r}from"./Words-BLbqobkX.js";import{a as i,i as a}from"./data-bwRvJ5Vh.js";import{a as o,i as s,r as c,s as l,t as u}from"./Answer-CXfdPZug.js";import{t as d}from"./Dialog-DCpdC3Cl.js";import{t as f}from"./Only-CV6ypB7A.js";import{t as p}from"./key-DsEmhWS2.js";import{t as m}from"./focus-DDnvx9C2.js";import{t as h}from"./State-Cfoz0iSR.js";import{t as g}from"./Text-BCdZrdet.js";import{n as _,t as v}from"./Time-mRGk2yzq.js";import{t as y}from"./Once-CrqBaB5D.js";import{t as b}from"./preload-helper-BQUUbbNx.js";import{t as x}from"./Field-g3qmi5Sg.js";import{t as S}from"./Limit-BNjP9gaT.js";import{n as C}from"./viewer-c76O6KLk.js";import{n as w}from"./Toast-CceN3_FM.js";var T=r(e(),1),E=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},D=new E(`
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
}`),O=new E(`
    mutation UpdatePerson($input: UpdatePersonInput!) {
  updatePerson(input: $input) {
    person {
      id
    }
  }
}
    `),k=new E(`
    mutation DisablePerson($input: DisablePersonInput!) {
  disablePerson(input: $input) {
    person {
      id
    }
  }
}
    `),A=new E(`
    mutation EnablePerson($input: EnablePersonInput!) {
  enablePerson(input: $input) {
    person {
      id
    }
  }
}
    `),j=new E(`
    mutation PasswordLink($input: CreatePasswordLinkInput!) {
  createPasswordLink(input: $input) {
    link
  }
}
    `),M=new E(`
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
}`),N=new E(`
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
}`),P=new E(`
    mutation RevokeInvitation($input: RevokeInvitationInput!) {
  revokeInvitation(input: $input) {
    invitation {
      id
    }
  }
}
    `),F=n({english:{title:`People`,invite:`Invite somebody`,invited:`Invited`,role:`Role`,"role.OWNER":`Owner`,"role.MANAGER":`Manager`,"role.OPERATOR":`Operator`,"role.VIEWER":`Viewer`,"may.OWNER":`May do everything, people and tokens too.`,"may.MANAGER":`May change campaigns, sources and follow-ups, but not people and tokens. Limited to campaigns, only what is theirs.`,"may.OPERATOR":`May see everything, and act on follow-ups: give codes, send, send again.`,"may.VIEWER":`May see, and change nothing.`,campaigns:`Campaigns`,"campaigns.all":`All campaigns`,"campaigns.some":`Only these`,only:`Only`,signedIn:`Signed in last:`,never:`never`,you:`That is you`,name:`Name`,change:`Change`,changeTitle:`Change {name}`,changed:`{name} was changed.`,disable:`Keep out`,enable:`Let in again`,disabled:`Kept out since {at}`,disabledNow:`{name} cannot sign in any more.`,passwordLink:`Link for a new password`,passwordText:`With the link {name} sets a new password, for when the old one is lost. It works once, within a day. Hand it over yourself: it is not mailed.`,makeLink:`Make the link`,link:`Link`,linkBefore:`The link was shown when the same was asked for before. Send the invitation again for a new one.`,email:`E-mail`,emailHint:`The invitation is mailed there, and they sign in with it.`,send:`Send the invitation`,mailed:`Mailed to {email}: {at}`,notMailed:`Not mailed: hand the link over yourself`,invitedBy:`Invited by {name}`,until:`The link works until`,over:`The link has expired`,again:`Send again`,againTitle:`Send the invitation again?`,againText:`A mail with a new link goes to {email}. The old link does not work any more.`,revoke:`Revoke`,save:`Save`,cancel:`Cancel`,done:`Done`},others:{de:()=>b(()=>import(`./de-DTfczZlC.js`),[],import.meta.url),nl:()=>b(()=>import(`./nl-DL6IKrtr.js`),[],import.meta.url)}}),I=t();function L({invitation:{email:e,sentAt:t,words:n}}){let{t:r}=F(),i=_();return t?(0,I.jsx)(h,{tone:`ok`,children:r(`mailed`,{email:e,at:i(t)})}):(0,I.jsxs)(`div`,{children:[(0,I.jsx)(h,{tone:n?`bad`:`wait`,children:r(`notMailed`)}),n&&(0,I.jsx)(`p`,{className:`small`,children:(0,I.jsx)(g,{children:n})})]})}function R({invitation:e,link:t,onDone:n}){let{t:r}=F();return(0,I.jsxs)(`div`,{className:`stack`,children:[(0,I.jsx)(L,{invitation:e}),t?(0,I.jsx)(y,{text:t,label:r(`link`)}):(0,I.jsx)(`p`,{children:r(`linkBefore`)}),(0,I.jsx)(`div`,{children:(0,I.jsx)(`button`,{type:`button`,className:`button`,onClick:n,children:r(`done`)})})]})}function z({role:e,campaigns:t}){let{t:n}=F();return(0,I.jsxs)(I.Fragment,{children:[(0,I.jsx)(`p`,{className:`label`,children:n(`role.${e}`)}),(0,I.jsx)(`p`,{className:`small muted`,children:n(`may.${e}`)}),t&&(0,I.jsxs)(`p`,{className:`small`,children:[n(`only`),` `,(0,I.jsx)(g,{children:t.map(({name:e})=>e).join(`, `)})]})]})}function B({invitation:e}){let{t}=F(),{email:n,role:r,campaigns:i,invitedBy:a,createdAt:o,expiresAt:s}=e,c=new Date(s)<new Date;return(0,I.jsxs)(`div`,{className:`person`,children:[(0,I.jsxs)(`div`,{children:[(0,I.jsx)(`h3`,{children:(0,I.jsx)(g,{children:n})}),(0,I.jsxs)(`p`,{className:`small muted`,children:[t(`invitedBy`,{name:a}),` `,(0,I.jsx)(v,{at:o})]})]}),(0,I.jsxs)(`div`,{children:[(0,I.jsx)(z,{role:r,campaigns:i}),(0,I.jsx)(L,{invitation:e}),c?(0,I.jsx)(h,{tone:`bad`,children:t(`over`)}):(0,I.jsxs)(`p`,{className:`small muted`,children:[t(`until`),` `,(0,I.jsx)(v,{at:s})]})]}),(0,I.jsx)(V,{invitation:e})]})}function V({invitation:e}){let{t}=F(),[n,r]=(0,T.useState)(!1),i=a(P),o=()=>r(!1);return(0,I.jsxs)(`div`,{className:`row wrap`,children:[(0,I.jsx)(`button`,{type:`button`,className:`button small`,onClick:()=>r(!0),children:t(`again`)}),(0,I.jsx)(`button`,{type:`button`,className:`button small`,disabled:i.busy,onClick:async()=>{await i.run({id:e.id})&&m(`invited`,`people`)},children:t(`revoke`)}),(0,I.jsx)(c,{problem:i.problem}),(0,I.jsx)(d,{title:t(`againTitle`),open:n,onClose:o,children:(0,I.jsx)(H,{invitation:e,onDone:o})})]})}function H({invitation:{id:e,email:t},onDone:n}){let{t:r}=F(),{run:i,busy:o,problem:s}=a(N),[l]=(0,T.useState)(p),[u,d]=(0,T.useState)(null);return u?(0,I.jsx)(R,{invitation:u.invitation,link:u.link,onDone:n}):(0,I.jsxs)(I.Fragment,{children:[(0,I.jsx)(`p`,{children:r(`againText`,{email:t})}),(0,I.jsx)(c,{problem:s}),(0,I.jsxs)(`div`,{className:`row wrap`,children:[(0,I.jsx)(`button`,{type:`button`,className:`button primary`,disabled:o,onClick:async()=>d((await i({id:e,idempotencyKey:l}))?.resendInvitation??null),children:r(`again`)}),(0,I.jsx)(`button`,{type:`button`,className:`button`,onClick:n,children:r(`cancel`)})]})]})}var U=[`OWNER`,`MANAGER`,`OPERATOR`,`VIEWER`],W=({role:e,campaigns:t})=>({role:e,campaigns:t?.map(({id:e})=>e)??null}),G=({role:e,campaigns:t})=>e===`OWNER`?null:t;function K(e){let t=G(e);return e.role===`OWNER`?{role:e.role}:t?{role:e.role,campaigns:[...t]}:{role:e.role,allCampaigns:!0}}function q(e){let t=G(e);return{role:e.role,...t?{campaigns:[...t]}:{}}}function J({access:e,campaigns:t,onChange:n}){let{t:r}=F(),i=(0,T.useId)();return(0,I.jsxs)(I.Fragment,{children:[(0,I.jsxs)(`fieldset`,{className:`options`,children:[(0,I.jsx)(`legend`,{children:r(`role`)}),U.map(t=>(0,I.jsxs)(`label`,{className:`check hinted`,children:[(0,I.jsx)(`input`,{type:`radio`,name:i,checked:e.role===t,onChange:()=>n({...e,role:t})}),(0,I.jsxs)(`span`,{children:[r(`role.${t}`),(0,I.jsxs)(`span`,{className:`small muted`,children:[` `,r(`may.${t}`)]})]})]},t))]}),e.role!==`OWNER`&&(0,I.jsx)(S,{legend:r(`campaigns`),all:r(`campaigns.all`),some:r(`campaigns.some`),items:t,chosen:e.campaigns,onChange:t=>n({...e,campaigns:t})})]})}function Y({campaigns:e,onDone:t}){let{t:n}=F(),{run:r,busy:i,problem:l}=a(M),[u,d]=(0,T.useState)(p),[f,m]=(0,T.useState)(``),[h,g]=(0,T.useState)({role:`OPERATOR`,campaigns:null}),[_,v]=(0,T.useState)(null);return _?(0,I.jsx)(R,{invitation:_.invitation,link:_.link,onDone:t}):(0,I.jsxs)(`form`,{className:`stack`,onSubmit:async e=>{e.preventDefault();let t=await r({email:f,...q(h),idempotencyKey:u});if(!t)return d(p());v(t.createInvitation)},children:[(0,I.jsx)(x,{label:n(`email`),hint:n(`emailHint`),problem:o(l,`input.email`),children:e=>(0,I.jsx)(`input`,{...e,className:`input`,type:`email`,required:!0,value:f,onChange:e=>m(e.target.value)})}),(0,I.jsx)(J,{access:h,campaigns:e,onChange:g}),(0,I.jsx)(c,{problem:s(l,[`input.email`])}),(0,I.jsxs)(`div`,{className:`row wrap`,children:[(0,I.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:i||h.campaigns?.length===0,children:n(`send`)}),(0,I.jsx)(`button`,{type:`button`,className:`button`,onClick:t,children:n(`cancel`)})]})]})}function X({person:e,campaigns:t,onDone:n}){let{t:r}=F(),i=w(),{run:l,busy:u,problem:d}=a(O),[f,p]=(0,T.useState)(e.name),[m,h]=(0,T.useState)(W(e));return(0,I.jsxs)(`form`,{className:`stack`,onSubmit:async t=>{t.preventDefault(),await l({id:e.id,name:f,...K(m)})&&(i(r(`changed`,{name:f}),()=>l({id:e.id,name:e.name,...K(W(e))})),n())},children:[(0,I.jsx)(x,{label:r(`name`),problem:o(d,`input.name`),children:e=>(0,I.jsx)(`input`,{...e,className:`input`,required:!0,value:f,onChange:e=>p(e.target.value)})}),(0,I.jsx)(J,{access:m,campaigns:t,onChange:h}),(0,I.jsx)(c,{problem:s(d,[`input.name`])}),(0,I.jsxs)(`div`,{className:`row wrap`,children:[(0,I.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:u||m.campaigns?.length===0,children:r(`save`)}),(0,I.jsx)(`button`,{type:`button`,className:`button`,onClick:n,children:r(`cancel`)})]})]})}function Z({person:{id:e,name:t}}){let{t:n}=F(),{run:r,busy:i,problem:o}=a(j),[s,l]=(0,T.useState)(``);return(0,I.jsxs)(I.Fragment,{children:[(0,I.jsx)(`p`,{children:n(`passwordText`,{name:t})}),(0,I.jsx)(c,{problem:o}),s?(0,I.jsx)(y,{text:s,label:n(`link`)}):(0,I.jsx)(`div`,{children:(0,I.jsx)(`button`,{type:`button`,className:`button primary`,disabled:i,onClick:async()=>l((await r({person:e}))?.createPasswordLink?.link??``),children:n(`makeLink`)})})]})}function Q({person:e,campaigns:t}){let{t:n}=F(),r=_(),{name:i,email:a,signedInAt:o,disabledAt:s}=e;return(0,I.jsxs)(`div`,{className:`person`,children:[(0,I.jsxs)(`div`,{children:[(0,I.jsx)(`h2`,{children:(0,I.jsx)(g,{children:i})}),(0,I.jsx)(`p`,{className:`small muted`,children:(0,I.jsx)(g,{children:a})}),(0,I.jsxs)(`p`,{className:`small muted`,children:[n(`signedIn`),` `,o?(0,I.jsx)(v,{at:o}):n(`never`)]})]}),(0,I.jsxs)(`div`,{children:[(0,I.jsx)(z,{role:e.role,campaigns:e.campaigns}),s&&(0,I.jsx)(h,{tone:`bad`,children:n(`disabled`,{at:r(s)})})]}),(0,I.jsx)($,{person:e,campaigns:t})]})}function $({person:e,campaigns:t}){let{t:n}=F(),[r,i]=(0,T.useState)(),a=()=>i(void 0);return(0,I.jsxs)(`div`,{className:`row wrap`,children:[(0,I.jsx)(`button`,{type:`button`,className:`button small`,onClick:()=>i(`change`),children:n(`change`)}),!e.disabledAt&&(0,I.jsx)(`button`,{type:`button`,className:`button small`,onClick:()=>i(`password`),children:n(`passwordLink`)}),(0,I.jsx)(ee,{person:e}),(0,I.jsx)(d,{title:n(`changeTitle`,{name:e.name}),open:r===`change`,onClose:a,children:(0,I.jsx)(X,{person:e,campaigns:t,onDone:a})}),(0,I.jsx)(d,{title:n(`passwordLink`),open:r===`password`,onClose:a,children:(0,I.jsx)(Z,{person:e})})]})}function ee({person:{id:e,name:t,disabledAt:n}}){let{t:r}=F(),i=C(),o=w(),s=a(k),l=a(A);return i.person===e?(0,I.jsx)(`span`,{className:`small muted`,children:r(`you`)}):(0,I.jsxs)(I.Fragment,{children:[(0,I.jsx)(`button`,{type:`button`,className:`button small`,disabled:s.busy||l.busy,onClick:async()=>{n?await l.run({id:e}):await s.run({id:e})&&o(r(`disabledNow`,{name:t}),()=>l.run({id:e}))},children:r(n?`enable`:`disable`)}),(0,I.jsx)(c,{problem:s.problem??l.problem})]})}function te(){let{t:e}=F();return(0,I.jsx)(f,{may:`PEOPLE`,title:e(`title`),children:(0,I.jsx)(ne,{})})}function ne(){let{t:e}=F(),t=i(`account`,D,{}),[n,r]=(0,T.useState)(!1);return(0,I.jsx)(l,{title:e(`title`),actions:(0,I.jsx)(`button`,{type:`button`,className:`button primary`,onClick:()=>r(!0),children:e(`invite`)}),children:(0,I.jsx)(u,{of:t,children:t=>(0,I.jsxs)(I.Fragment,{children:[(0,I.jsx)(re,{result:t}),(0,I.jsx)(d,{title:e(`invite`),open:n,onClose:()=>r(!1),children:(0,I.jsx)(Y,{campaigns:t.campaigns,onDone:()=>r(!1)})})]})})})}function re({result:{people:e,invitations:t,campaigns:n}}){let{t:r}=F();return(0,I.jsxs)(`div`,{className:`stack`,children:[(0,I.jsx)(`ul`,{id:`people`,tabIndex:-1,className:`people`,children:e.map(e=>(0,I.jsx)(`li`,{className:`card`,children:(0,I.jsx)(Q,{person:e,campaigns:n})},e.id))}),t.length>0&&(0,I.jsxs)(`section`,{"aria-labelledby":`invited`,className:`stack`,children:[(0,I.jsx)(`h2`,{id:`invited`,tabIndex:-1,children:r(`invited`)}),(0,I.jsx)(`ul`,{className:`people`,children:t.map(e=>(0,I.jsx)(`li`,{className:`card`,children:(0,I.jsx)(B,{invitation:e})},e.id))})]})]})}export{te as People};