import{n as e}from"./rolldown-runtime-WkwZ5CU-.js";import{t}from"./useNavigate-DNzsfxPa.js";import{t as n}from"./useParams-Bnq09svw.js";import{t as r}from"./useSearch-DhtugqXB.js";import{i,r as a}from"./react-AyOTluXZ.js";import{a as o,i as s}from"./data-DzwsbZCa.js";import{n as c}from"./viewer-HpT3TdIj.js";import{a as l,n as u,o as d,r as f,s as p,t as m}from"./Answer-BvqSZd80.js";import{t as h}from"./focus-DDnvx9C2.js";import{t as g}from"./Leaving-DTud_jsO.js";import{d as _,i as v,o as y,s as b,v as ee}from"./base-CTmk8UTt.js";import{t as x}from"./link-CtCcNamM.js";import{a as te,t as S}from"./followups-C60-sKtM.js";import{t as C}from"./clipboard-IyKZV6nH.js";import{t as w}from"./Dialog-Dw1coUpL.js";import{t as T}from"./Time-DC31v31L.js";import{t as ne}from"./Field-a0GslIpo.js";import{n as E}from"./Toast-TBbxKBA3.js";import{t as re}from"./Empty-BHJKPafv.js";import{n as ie}from"./search-CEyDi-II.js";var D=e(i(),1),O=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},ae=new O(`
    query Addresses($campaign: ID!) {
  campaign(id: $campaign) {
    id
    name
    goalSettings {
      allowMultiple
      unaddressed
    }
    goals {
      id
    }
    followUpAddresses {
      ...SavedTable
    }
    addressHoles {
      code {
        id
      }
      chats
    }
  }
}
    fragment SavedTable on FollowUpAddresses {
  version
  comment
  savedAt
  savedBy {
    name
  }
  standard {
    ...SavedList
  }
  codes {
    code {
      id
      label
      color
      hint
      retired
      goal {
        id
        name
      }
    }
    addresses {
      ...SavedList
    }
  }
}
fragment SavedList on AddressList {
  text
  items {
    name
    email
    text
    health {
      healthy
      goodAt
      refusedAt
      refusals
      words
    }
  }
}`),oe=new O(`
    query SuggestAddresses($campaign: ID!, $prefix: String!) {
  addressSuggestions(campaign: $campaign, prefix: $prefix, first: 30) {
    address {
      email
      text
    }
  }
}
    `),se=new O(`
    mutation SaveAddresses($input: SaveFollowUpAddressesInput!) {
  saveFollowUpAddresses(input: $input) {
    followUpAddresses {
      version
    }
  }
}
    `),k=new O(`
    mutation RestoreAddresses($input: RestoreFollowUpAddressesInput!) {
  restoreFollowUpAddresses(input: $input) {
    followUpAddresses {
      version
    }
    kept {
      label
    }
  }
}
    `),ce=new O(`
    query Simulate($input: SimulateRoutingInput!, $language: Language!) {
  simulateRouting(input: $input) {
    recipients {
      address {
        name
        email
      }
      reasons {
        kind
        sentence(language: $language)
      }
    }
    codes {
      label
      outcome
    }
    notForwarded
  }
}
    `),le=new O(`
    query Replay($input: ReplayRoutingInput!) {
  replayRouting(input: $input) {
    since
    chats
    toOthers
    toNobody
    fromNobody
    cut
    addresses(first: 20) {
      address {
        name
        email
      }
      gained
      lost
    }
    differences(first: 10) {
      outcome
      followUp {
        id
        number
        chat {
          id
          closedAt
          visitor {
            name
            email
          }
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
    `),ue=new O(`
    query ReadAddresses($input: ParseFollowUpAddressesInput!) {
  parseFollowUpAddresses(input: $input) {
    followUpAddresses {
      version
      standard {
        ...ReadList
      }
      codes {
        code {
          id
        }
        addresses {
          ...ReadList
        }
      }
    }
    problems {
      line
      message
    }
    kept {
      id
      label
    }
    standardKept
  }
}
    fragment ReadList on AddressList {
  items {
    name
    email
    text
  }
}`),de=new O(`
    query Versions($campaign: ID!, $after: String) {
  campaign(id: $campaign) {
    id
    followUpAddressesHistory(first: 20, after: $after) {
      nodes {
        version
        comment
        savedAt
        savedBy {
          kind
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `),fe=new O(`
    query VersionDiff($campaign: ID!, $older: Int!, $newer: Int!) {
  followUpAddressesDiff(campaign: $campaign, older: $older, newer: $newer) {
    from
    to
    standard {
      ...Difference
    }
    codes {
      code {
        id
        label
      }
      appeared
      gone
      retired
      addresses {
        ...Difference
      }
    }
  }
}
    fragment Difference on AddressListDiff {
  added {
    name
    email
    text
  }
  removed {
    name
    email
    text
  }
  renamed {
    name
    email
    text
  }
}`),A=_({english:{title:`Follow-up addresses`,lead:`Who gets a chat, by its success code.`,standard:`Standard`,"standard.hint":`When there is no code, or no code has an address`,noGoal:`Without a goal`,noCodes:`There are no success codes yet. Until there are, every chat goes to standard.`,"noCodes.add":`Add success codes`,retired:{one:`{count} retired code`,other:`{count} retired codes`},changed:`Changed`,add:`Add an address for {row}`,placeholder:`a@example.com; b@example.com`,"field.help":`Enter adds what is typed. The left arrow goes to the addresses, where Delete removes one and Enter lets you change it.`,chip:`{address}, change`,remove:`Remove {address}`,copy:`Copy`,copied:`Copied`,"copy.row":`Copy the addresses for {row}`,"health.ok":`Mails arrive`,"health.refused":`Refused`,"health.mend":`Refused by {address}: see what can be done`,"hole.toStandard":`→ standard`,"hole.emptyStandard":`→ standard, where nobody is: these chats go nowhere`,"hole.nobody":`Nobody gets these chats`,"hole.standard":`Nobody: these chats go nowhere`,"hole.lost":{one:`{count} chat went nowhere in the last 30 days`,other:`{count} chats went nowhere in the last 30 days`},"wrong.noAt":`“{text}” has no @.`,"wrong.manyAts":`“{text}” has more than one @: put a ; between addresses.`,"wrong.noHost":`“{text}” lacks something before or after the @.`,"wrong.noDot":`“{text}” has no dot after the @.`,"wrong.blank":`“{text}” has a blank in the address: a name goes in front, as in Jane <jane@example.com>.`,"wrong.angle":`“{text}” has a < or > too many or too few.`,"wrong.quote":`“{text}” has a double quote that is never closed.`,"wrong.letters":`“{text}” has a character that cannot be in an address.`,"newer.title":`The table was saved by somebody else meanwhile`,"newer.by":`Version {version}, by {name}`,"newer.merged":`Your changes are to other rows, and stay on top of it.`,"newer.disputed":`These rows were changed by both of you. Choose what becomes of each.`,"newer.ok":`I have seen it`,somebody:`somebody`,nobody:`nobody`,"choice.mine":`Yours`,"choice.theirs":`Theirs`,"choice.both":`Both together`,publish:`Publish`,publishing:`Publishing…`,"publish.changed":{one:`{count} row changed, not published yet`,other:`{count} rows changed, not published yet`},"publish.unread":{one:`{count} row has text that is no address yet`,other:`{count} rows have text that is no address yet`},"publish.disputed":`Choose first what becomes of the rows that both of you have changed`,comment:`Comment`,"comment.placeholder":`Why, for those who look later`,drop:`Drop the changes`,dropped:`The changes were dropped.`,published:`Version {version} is published`,"leave.title":`Leave without publishing?`,"leave.text":`Your changes to the follow-up addresses are not published. If you leave, they are lost.`,"leave.stay":`Stay here`,"leave.go":`Leave and lose them`,"lead.edit":`Who gets a chat, by its success code. Type or paste addresses: a@example.com; b@example.com.`,views:`Ways to see the table`,"view.list":`List`,"view.matrix":`Matrix`,"view.versions":`Versions`,"matrix.code":`Success code`,"matrix.cell":`{row} to {address}`,simulate:`Try it`,"simulate.codes":`If a chat is given`,"simulate.goesTo":`it goes to`,"simulate.draft":`By your draft, which is not published yet.`,"simulate.standard":`Standard is used.`,"simulate.notStandard":`Standard is not used.`,"simulate.STANDARD_EMPTY":`Nobody gets it: standard has no address`,"simulate.CODES_UNADDRESSED":`Nobody gets it: its codes lead to no address`,"verdict.NO_ADDRESS":`no address`,"verdict.RETIRED":`retired, counts as no code`,"verdict.UNKNOWN":`unknown, counts as no code`,"copy.link":`Copy link`,draft:`Your draft`,"publish.try":`Try and publish…`,"publish.title":`Publish the follow-up addresses`,"publish.same":`Nothing differs from what is published`,"diff.added":`added:`,"diff.removed":`removed:`,"diff.renamed":`renamed:`,"diff.appeared":`New code`,"diff.gone":`The newer version does not know this code`,"diff.retired":`Retired in between`,replay:`On the last 30 days`,"replay.none":`There were no chats to try it on.`,"replay.same":{one:`The one chat would have gone to the same people.`,other:`All {chats} chats would have gone to the same people.`},"replay.result":{one:`Of {chats} chats {elsewhere} would have gone elsewhere.`,other:`Of {chats} chats {elsewhere} would have gone elsewhere.`},"replay.cut":`Only the newest 5,000 chats were looked at.`,"replay.toOthers":{one:`{count} to other people`,other:`{count} to other people`},"replay.fromNobody":{one:`{count} to somebody, which went to nobody`,other:`{count} to somebody, which went to nobody`},"replay.toNobody":{one:`{count} to nobody`,other:`{count} to nobody`},"replay.addresses":`Who would have got more, and who fewer`,"replay.address":`Address`,"replay.gained":`More`,"replay.lost":`Fewer`,"replay.examples":{one:`The newest of them`,other:`The newest {count} of them`},"versions.none":`Nothing was published yet. Add addresses, then publish them.`,"versions.newest":`Newest versions`,"versions.older":`Older versions`,version:`Version {version}`,"version.zero":`Before the first version`,"version.newest":`in force`,"version.changes":`What changed`,"version.restore":`Restore`,"version.restoreThis":`Restore version {version}`,restored:`Version {version} is in force again`,compare:`Compare two versions`,"compare.older":`From`,"compare.newer":`To`,"compare.same":`Nothing differs between them.`,paste:`Paste a list…`,"paste.title":`Paste a whole list`,"paste.text":`The list`,"paste.hint":`A line for each code, a CSV file, or two columns of a spreadsheet. Chats without a code are called standard. Codes that are not named stay as they are.`,"paste.example":`lead: a@example.com; b@example.com
standard: c@example.com`,"paste.read":`Read it`,"paste.file":`Open a file…`,"paste.same":`This changes nothing.`,"paste.kept":`Not named, stay as they are:`,"paste.spoilt":`Nothing could be read for these, stay as they are:`,"paste.take":{one:`Take {count} row into the draft`,other:`Take {count} rows into the draft`},"paste.problems":{one:`{count} line could not be read, all else was`,other:`{count} lines could not be read, all else was`},"paste.line":`Line {line}:`,mend:`Mend an address`,"mend.read":`An address that refuses mails`,"mend.refused":{one:`Refused once, last`,other:`Refused {count} times, last`},"mend.good":`A mail arrived there last`,"mend.never":`No mail was seen to arrive there.`,"mend.rows":`It gets chats with:`,"mend.noRows":`none`,"mend.unknown":`Nothing was heard of mails to it.`,"mend.by":`Send to these instead`,"mend.replace":{one:`Replace it in {count} row`,other:`Replace it in {count} rows`},"mend.remove":{one:`Take it out of {count} row`,other:`Take it out of {count} rows`},"mend.failed":`Failed follow-ups of {address}, to send again`,"mend.all":`All that were mailed there`,mended:`What failed before is not sent again by itself. What an address refused went to standard, once.`,"mended.done":`Done`},others:{de:()=>b(()=>import(`./de-BsQVL_xj.js`),[],import.meta.url),nl:()=>b(()=>import(`./nl-Cc8dbkD4.js`),[],import.meta.url)}}),j=a();function pe({dirty:e}){let{t}=A();return(0,j.jsx)(g,{dirty:e,title:t(`leave.title`),text:t(`leave.text`),stay:t(`leave.stay`),go:t(`leave.go`)})}function me({item:e,health:t,onRemove:n,onRewrite:r,onMove:i,onMend:a}){let{t:o}=A(),s={ArrowLeft:()=>i(-1),ArrowRight:()=>i(1),Delete:n,Backspace:n};return(0,j.jsxs)(`li`,{className:t?.healthy===!1?`address-chip bad`:`address-chip`,children:[(0,j.jsx)(`button`,{type:`button`,"data-chip":!0,tabIndex:-1,className:`chip-text`,title:e.text,"aria-label":o(`chip`,{address:e.text}),onKeyDown:e=>{let t=s[e.key];t&&(e.preventDefault(),t())},onClick:r,children:(0,j.jsx)(M,{item:e})}),(0,j.jsx)(N,{health:t,item:e,...a&&{onMend:a}}),(0,j.jsx)(`button`,{type:`button`,className:`chip-remove`,tabIndex:-1,"aria-label":o(`remove`,{address:e.email}),onClick:n,children:(0,j.jsx)(`span`,{"aria-hidden":`true`,children:`×`})})]})}function M({item:{name:e,email:t}}){return e?(0,j.jsxs)(j.Fragment,{children:[(0,j.jsx)(`bdi`,{children:e}),` `,(0,j.jsx)(`bdi`,{className:`muted small`,children:t})]}):(0,j.jsx)(`bdi`,{children:t})}function N({health:e,item:t,onMend:n}){let{t:r}=A();if(!e)return null;if(e.healthy)return(0,j.jsxs)(`svg`,{viewBox:`0 0 10 10`,width:`8`,height:`8`,role:`img`,"aria-label":r(`health.ok`),className:`state ok`,children:[(0,j.jsx)(`title`,{children:r(`health.ok`)}),(0,j.jsx)(`circle`,{cx:`5`,cy:`5`,r:`4.5`,fill:`currentColor`})]});let i=(0,j.jsxs)(j.Fragment,{children:[(0,j.jsx)(`svg`,{viewBox:`0 0 10 10`,width:`10`,height:`10`,"aria-hidden":`true`,children:(0,j.jsx)(`path`,{d:`M5 0l5 5-5 5-5-5z`,fill:`currentColor`})}),r(`health.refused`)]});return n?(0,j.jsx)(`button`,{type:`button`,className:`state bad small chip-mend`,"aria-label":r(`health.mend`,{address:t.email}),onClick:n,children:i}):(0,j.jsx)(`span`,{className:`state bad small`,children:i})}function P(e){let t=[],n=[];for(let r of he(e)){let e=ge(r);typeof e==`string`?n.push({text:r,why:e}):t.push(e)}return{items:t,rest:n.map(({text:e})=>e).join(`; `),wrong:n}}function he(e){let t=[``],n=!1,r=!1;for(let i of e)/[\n\v\f\r\u0085\u2028\u2029]/.test(i)||!n&&(i===`;`||i===`,`)?(n=!1,t.push(``)):(i===`"`&&!r&&(n=!n),r=n&&i===`\\`&&!r,t[t.length-1]+=i);return t.map(e=>e.replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu,``)).filter(e=>e!==``)}function ge(e){let t=/^((?:"(?:[^"\\]|\\.)*"|[^"<])*)<\s*([^<>]*?)\s*>$/.exec(e);if(!t){if(/^[^"]*"[^"]*$/.test(e))return`quote`;if(/[<>]/.test(e))return`angle`}let n=(t?.[2]??e).replace(/^mailto:\s*/i,``),r=_e(n);if(r)return r;let i=(t?.[1]??``).replace(/"((?:[^"\\]|\\.)*)"/g,(e,t)=>t.replace(/\\(.)/g,`$1`)).replace(/\s+/g,` `).trim();return F(i.toLowerCase()===n.toLowerCase()?``:i,n)}function _e(e){let[t,n,...r]=e.split(`@`);if(n===void 0)return`noAt`;if(r.length>0)return`manyAts`;if(/\s/.test(e))return`blank`;if(!t||!n)return`noHost`;if(!/[^.]\.[^.]/.test(n))return`noDot`;if(!/^[\w#$&'*+/=^`{|}~?.-]+$/.test(t)||!/^[\p{L}\p{M}\p{N}.-]+$/u.test(n)||/\.\.|^[.-]|[.]$/.test(t))return`letters`}function F(e,t){let[n=``,r=``]=t.split(`@`),i=`${n}@${r.toLowerCase()}`,a=/[()<>[\]:;@\\,"]/.test(e)?`"${e.replace(/[\\"]/g,`\\$&`)}"`:e;return{name:e,email:i,text:e?`${a} <${i}>`:i}}var I=({email:e})=>e.toLowerCase();function L(e,t){let n=new Map;for(let r of[...e,...t]){let e=n.get(I(r));e?!e.name&&r.name&&n.set(I(r),F(r.name,e.email)):n.set(I(r),r)}return[...n.values()]}var R=(e,t)=>e.filter(e=>I(e)!==t.toLowerCase()),z=(e,t)=>e.some(e=>I(e)===t.toLowerCase()),B=e=>e.map(({text:e})=>e).join(`; `),V=(e,t)=>e.length===t.length&&ve(e)===ve(t),ve=e=>e.map(e=>`${I(e)} ${e.name}`).sort().join(`
`);function ye(e,t){let n=new Map(e.map(e=>[I(e),e]));return{added:t.filter(e=>!n.has(I(e))),removed:e.filter(e=>!z(t,e.email)),renamed:t.filter(e=>n.has(I(e))&&n.get(I(e))?.name!==e.name)}}var H=`standard`;function be({goals:e,followUpAddresses:t,addressHoles:n}){let r=new Map(n.map(({code:e,chats:t})=>[e?.id??`standard`,t])),i=new Map(e.map(({id:e},t)=>[e,t])),a=({goal:t})=>i.get(t?.id??``)??e.length;return[...[...t.codes].sort((e,t)=>a(e.code)-a(t.code)).map(({code:e,addresses:t})=>({id:e.id,label:e.label,color:e.color,hint:e.hint,goal:e.goal?.name??``,retired:e.retired,saved:xe(t),lost:r.get(e.id)??0})),{id:H,label:``,color:``,hint:``,goal:``,retired:!1,saved:xe(t.standard),lost:r.get(`standard`)??0}]}var xe=({items:e})=>e.map(({name:e,email:t,text:n})=>({name:e,email:t,text:n})),U=({id:e})=>`addresses-${e}`;function Se({standard:e,codes:t}){let n=new Map;for(let{items:r}of[e,...t.map(({addresses:e})=>e)])for(let e of r)e.health&&n.set(I(e),e.health);return n}var Ce={since:0,changes:{},typed:{}},W=(e,{id:t,saved:n})=>e.changes[t]?.now??n;function G(e,t,n){let{[t.id]:r,...i}=e.changes,a=r?.was??t.saved;return{...e,changes:V(a,n)?i:{...i,[t.id]:{was:a,now:n}}}}function we(e,t,n){let{[t]:r,...i}=e.typed;return{...e,typed:n.trim()===``?i:{...i,[t]:n}}}var K=(e,t)=>t.filter(t=>!V(W(e,t),t.saved)),Te=(e,t)=>K(e,t).filter(({id:t,saved:n})=>{let r=e.changes[t];return r!==void 0&&!V(r.was,n)}),Ee=(e,t)=>K(e,t).length>0||Object.keys(e.typed).length>0;function De(e,{saved:t},{was:n,now:r}){return e===`both`?L(t.filter(e=>!z(n,e.email)||z(r,e.email)),r.filter(e=>!z(n,e.email))):e===`mine`?r:t}function Oe(e,t,n){let{[t.id]:r,...i}=e.changes;if(!r)return e;let a=De(n,t,r);return{...e,changes:V(a,t.saved)?i:{...i,[t.id]:{was:t.saved,now:a}}}}function ke(e,t,n,r){return Ae(e,t,n).reduce((e,t)=>{let i=W(e,t),a=i.findIndex(e=>I(e)===n.toLowerCase()),o=r.filter(e=>!z(R(i,n),e.email));return G(e,t,[...i.slice(0,a),...o,...i.slice(a+1)])},e)}var Ae=(e,t,n)=>t.filter(t=>!t.retired&&z(W(e,t),n));function q(e,t){return L([],t.filter(({retired:e})=>!e).flatMap(t=>W(e,t).map(({name:e,email:t})=>F(e,t))))}function J(e,t){let n=t=>B(W(e,t)),r=t.find(({id:e})=>e===H);return{standard:r?n(r):``,codes:t.filter(({id:e,retired:t})=>e!==`standard`&&!t).map(e=>({code:e.id,addresses:n(e)}))}}function Y({meant:e,children:t}){return(0,j.jsx)(x,{to:`/follow-ups`,search:te(e),target:`_blank`,rel:`noopener`,children:t})}var je=(e,{id:t},n=new Date().toISOString().slice(0,10))=>({campaigns:[e],states:[`NOT_FORWARDED`],days:{first:S(n,-30),last:S(n,1)},...t===`standard`?{reasons:[`standard_empty`]}:{codes:[t]}}),Me=(e,t)=>({campaigns:[e],addresses:[t]}),Ne=(e,t)=>({...Me(e,t),states:[`FAILED`]});function Pe({row:e,desk:t}){let{t:n}=A(),r=Fe(e,t);return(0,j.jsxs)(`p`,{className:`hole small`,children:[r===`hole.toStandard`?(0,j.jsx)(`span`,{children:n(r)}):(0,j.jsx)(v,{tone:`bad`,children:n(r)}),e.lost>0&&(0,j.jsx)(Y,{meant:je(t.campaign.id,e),children:n(`hole.lost`,{count:e.lost})})]})}function Fe({id:e},{campaign:t,rows:n,list:r}){if(e===`standard`)return`hole.standard`;if(t.goalSettings.unaddressed===`NOT_FORWARDED`)return`hole.nobody`;let i=n.find(({id:e})=>e===H);return i&&r(i).length===0?`hole.emptyStandard`:`hole.toStandard`}function Ie({id:e,campaign:t,typed:n,known:r}){let i=n.trim().slice(0,3),a=o(`account`,oe,i===``||i.includes(`<`)?null:{campaign:t,prefix:i});return(0,j.jsx)(`datalist`,{id:e,children:a.data?.addressSuggestions.filter(({address:e})=>!r(e.email)).map(({address:e})=>(0,j.jsx)(`option`,{value:e.text},e.email))})}function Le({id:e,label:t,campaign:n,list:r,typed:i,problem:a,health:o,onList:s,onTyped:c,onMend:l}){let{t:u}=A(),d=(0,D.useId)(),f=e??d,p=(0,D.useRef)(null),m=(0,D.useRef)(null),[h,g]=(0,D.useState)(!1),_=e=>{let{items:t,rest:n}=P(e);t.length>0&&s(L(r,t)),c(n)},v=(e,t)=>{s(R(r,e.email)),y(t===0?void 0:t-1)},y=e=>{let t=m.current?.querySelectorAll(`[data-chip]`)??[];((e===void 0?p.current:t[e])??p.current)?.focus()},b=e=>{s(R(r,e.email)),c([e.text,i].filter(Boolean).join(`; `)),p.current?.focus()},ee=e=>{let t=e.currentTarget.selectionStart===0&&e.currentTarget.selectionEnd===0;e.key===`Enter`||(e.key===`;`||e.key===`,`)&&P(i).wrong.length===0?(e.preventDefault(),_(i)):r.length>0&&t&&(e.key===`ArrowLeft`||e.key===`Backspace`&&i===``)&&(e.preventDefault(),y(r.length-1))},x=e=>{let t=e.clipboardData.getData(`text`),{items:n}=P(t);n.length!==0&&i===``&&(e.preventDefault(),_(t))},te=e=>{e.currentTarget.contains(e.relatedTarget)||(g(!0),i!==``&&_(i))},S=e=>{e.target===e.currentTarget&&(e.preventDefault(),p.current?.focus())},C=h&&i!==``?P(i).wrong:[],w=[`${f}-help`,(a||C.length>0)&&`${f}-problem`].filter(Boolean).join(` `);return(0,j.jsxs)(`div`,{className:`address-field`,children:[(0,j.jsxs)(`div`,{className:`address-box`,role:`group`,"aria-label":t,onBlur:te,onFocus:()=>g(!1),onMouseDown:S,children:[r.length>0&&(0,j.jsx)(`ul`,{ref:m,className:`address-chips`,children:r.map((e,t)=>(0,j.jsx)(me,{item:e,health:o?.get(I(e)),...l&&{onMend:()=>l(e)},onRemove:()=>v(e,t),onRewrite:()=>b(e),onMove:e=>y(t+e<r.length?Math.max(0,t+e):void 0)},I(e)))}),(0,j.jsx)(`input`,{ref:p,id:f,className:`address-input`,type:`text`,inputMode:`email`,autoComplete:`off`,autoCapitalize:`none`,spellCheck:!1,dir:`auto`,"aria-label":u(`add`,{row:t}),"aria-describedby":w,"aria-invalid":C.length>0||a?!0:void 0,placeholder:r.length===0?u(`placeholder`):``,list:`${f}-known`,value:i,onChange:e=>c(e.target.value),onKeyDown:ee,onPaste:x}),(0,j.jsx)(Ie,{id:`${f}-known`,campaign:n,typed:i,known:e=>z(r,e)})]}),(0,j.jsx)(`span`,{id:`${f}-help`,className:`visually-hidden`,children:u(`field.help`)}),(a||C.length>0)&&(0,j.jsx)(`p`,{id:`${f}-problem`,role:`alert`,className:`small problem`,children:a||C.map(({text:e,why:t})=>u(`wrong.${t}`,{text:e})).join(` `)})]})}function Re({name:e,list:t}){let{t:n}=A(),[r,i]=(0,D.useState)(``),a=B(t);return a===``?null:(0,j.jsx)(`button`,{type:`button`,className:`button quiet small`,"aria-label":n(`copy.row`,{row:e}),onClick:()=>void C(a).then(e=>i(e?a:``)),children:(0,j.jsx)(`span`,{role:`status`,children:n(r===a?`copied`:`copy`)})})}function ze({row:e,desk:t,mayEdit:n,problems:r,onMend:i}){let{t:a}=A(),o=t.list(e),s=e.id===`standard`?a(`standard`):e.label,c=n&&!e.retired;return(0,j.jsxs)(`li`,{className:t.changed.includes(e)?`address-row changed`:`address-row`,children:[(0,j.jsxs)(`div`,{className:`row-name`,children:[(0,j.jsx)(Be,{row:e}),t.changed.includes(e)&&(0,j.jsx)(`span`,{className:`flag`,children:a(`changed`)})]}),(0,j.jsxs)(`div`,{className:`row-list`,children:[c?(0,j.jsx)(Le,{id:U(e),label:s,campaign:t.campaign.id,list:o,typed:t.draft.typed[e.id]??``,problem:r?.get(e.id)??``,health:t.health,onList:n=>t.put(e,n),onTyped:n=>t.type(e,n),...i&&{onMend:i}}):(0,j.jsx)(Ve,{list:o,health:t.health,onMend:i}),o.length===0&&!e.retired&&(0,j.jsx)(Pe,{row:e,desk:t})]}),(0,j.jsx)(`div`,{className:`row-tools`,children:(0,j.jsx)(Re,{name:s,list:o})})]})}function Be({row:{id:e,label:t,color:n,hint:r}}){let{t:i}=A();return e===`standard`?(0,j.jsxs)(j.Fragment,{children:[(0,j.jsx)(`strong`,{children:i(`standard`)}),(0,j.jsx)(`span`,{className:`small muted`,children:i(`standard.hint`)})]}):(0,j.jsxs)(j.Fragment,{children:[(0,j.jsxs)(`strong`,{children:[n&&(0,j.jsx)(`span`,{className:`code-color`,style:{background:n}}),(0,j.jsx)(`bdi`,{children:t})]}),r&&(0,j.jsx)(`bdi`,{className:`small muted`,children:r})]})}function Ve({list:e,health:t,onMend:n}){return e.length===0?null:(0,j.jsx)(`ul`,{className:`address-chips plain`,children:e.map(e=>(0,j.jsxs)(`li`,{className:`address-chip`,children:[(0,j.jsx)(`span`,{className:`chip-text`,children:(0,j.jsx)(M,{item:e})}),(0,j.jsx)(N,{health:t.get(I(e)),item:e,...n&&{onMend:()=>n(e)}})]},I(e)))})}function He({desk:e,mayEdit:t,onMend:n}){let{t:r}=A(),[i]=(0,D.useState)(()=>q(e.draft,e.rows)),a=L(i,q(e.draft,e.rows)),o=e.rows.filter(({retired:e})=>!e);return(0,j.jsx)(`section`,{className:`table-box`,"aria-label":r(`title`),tabIndex:0,children:(0,j.jsxs)(`table`,{className:`table matrix`,children:[(0,j.jsx)(`thead`,{children:(0,j.jsxs)(`tr`,{children:[(0,j.jsx)(`th`,{scope:`col`,children:r(`matrix.code`)}),a.map(t=>(0,j.jsxs)(`th`,{scope:`col`,title:t.text,children:[(0,j.jsx)(Ue,{item:t}),(0,j.jsx)(N,{health:e.health.get(I(t)),item:t,onMend:()=>n(t)})]},I(t)))]})}),(0,j.jsx)(`tbody`,{children:o.map(n=>(0,j.jsx)(We,{row:n,columns:a,desk:e,mayEdit:t},n.id))})]})})}function Ue({item:{name:e,email:t}}){let n=t.lastIndexOf(`@`);return(0,j.jsxs)(j.Fragment,{children:[(0,j.jsx)(`bdi`,{className:`column-name`,children:e||t.slice(0,n)}),(0,j.jsx)(`bdi`,{className:`column-host`,children:e?t:t.slice(n)})]})}function We({row:e,columns:t,desk:n,mayEdit:r}){let{t:i}=A(),a=n.list(e),o=e.id===`standard`?i(`standard`):e.label,s=t=>n.put(e,z(a,t.email)?R(a,t.email):[...a,t]);return(0,j.jsxs)(`tr`,{className:e.id===`standard`?`standard`:void 0,children:[(0,j.jsx)(`th`,{scope:`row`,children:(0,j.jsxs)(`div`,{className:`row-name`,children:[(0,j.jsx)(Be,{row:e}),a.length===0&&(0,j.jsx)(Pe,{row:e,desk:n}),n.changed.includes(e)&&(0,j.jsx)(`span`,{className:`flag`,children:i(`changed`)})]})}),t.map(e=>(0,j.jsx)(`td`,{children:(0,j.jsx)(`label`,{className:`cell`,children:(0,j.jsx)(`input`,{type:`checkbox`,checked:z(a,e.email),disabled:!r,"aria-label":i(`matrix.cell`,{row:o,address:e.name||e.email}),onChange:()=>s(e)})})},I(e)))]})}function Ge(e){let{t}=A();return(0,j.jsx)(w,{title:t(e.mayEdit?`mend`:`mend.read`),open:e.email!==``,onClose:e.onClose,children:(0,j.jsx)(Ke,{...e},e.email)})}function Ke({desk:e,mayEdit:t,email:n,onMended:r,onClose:i}){let{t:a}=A(),o=Ae(e.draft,e.rows,n);return(0,j.jsxs)(`div`,{className:`stack`,children:[(0,j.jsx)(Je,{email:n,health:e.health.get(n.toLowerCase())}),(0,j.jsxs)(`p`,{children:[a(`mend.rows`),` `,(0,j.jsx)(`bdi`,{children:o.map(({id:e,label:t})=>e===`standard`?a(`standard`):t).join(`, `)||a(`mend.noRows`)})]}),t&&o.length>0&&(0,j.jsx)(qe,{campaign:e.campaign.id,rows:o.length,onReplace:t=>{e.replace(n,t),r(n),i(),h(...o.map(U))}}),(0,j.jsx)(Ye,{campaign:e.campaign.id,email:n})]})}function qe({campaign:e,rows:t,onReplace:n}){let{t:r}=A(),[i,a]=(0,D.useState)([]),[o,s]=(0,D.useState)(``),c=o===``;return(0,j.jsxs)(j.Fragment,{children:[(0,j.jsxs)(`div`,{className:`field`,children:[(0,j.jsx)(`span`,{className:`label`,children:r(`mend.by`)}),(0,j.jsx)(Le,{label:r(`mend.by`),campaign:e,list:i,typed:o,onList:a,onTyped:s})]}),(0,j.jsx)(`div`,{className:`row wrap`,children:(0,j.jsx)(`button`,{type:`button`,className:`button primary`,"aria-disabled":!c,onClick:()=>c&&n(i),children:r(i.length>0?`mend.replace`:`mend.remove`,{count:t})})})]})}function Je({email:e,health:t}){let{t:n}=A();return t?(0,j.jsxs)(`div`,{children:[(0,j.jsxs)(`p`,{children:[(0,j.jsx)(v,{tone:t.healthy?`ok`:`bad`,children:n(t.healthy?`health.ok`:`health.refused`)}),` `,(0,j.jsx)(`bdi`,{children:e})]}),t.words&&(0,j.jsx)(`blockquote`,{className:`said mono`,children:(0,j.jsx)(`bdi`,{children:t.words})}),(0,j.jsxs)(`p`,{className:`small muted`,children:[t.refusedAt&&(0,j.jsxs)(j.Fragment,{children:[n(`mend.refused`,{count:t.refusals}),` `,(0,j.jsx)(T,{at:t.refusedAt}),`.`,` `]}),t.goodAt?(0,j.jsxs)(j.Fragment,{children:[n(`mend.good`),` `,(0,j.jsx)(T,{at:t.goodAt}),`.`]}):n(`mend.never`)]})]}):(0,j.jsxs)(`p`,{children:[(0,j.jsx)(`bdi`,{children:e}),` `,(0,j.jsx)(`span`,{className:`muted`,children:n(`mend.unknown`)})]})}function Ye({campaign:e,email:t}){let{t:n}=A();return(0,j.jsxs)(`p`,{className:`small`,children:[(0,j.jsx)(Y,{meant:Ne(e,t),children:n(`mend.failed`,{address:t})}),` · `,(0,j.jsx)(Y,{meant:Me(e,t),children:n(`mend.all`)})]})}function Xe({campaign:e,emails:t,onDone:n}){let{t:r}=A();return t.length===0?null:(0,j.jsxs)(`section`,{className:`card mended`,"aria-label":r(`mended`),children:[(0,j.jsx)(`p`,{children:r(`mended`)}),(0,j.jsx)(`div`,{children:t.map(t=>(0,j.jsx)(Ye,{campaign:e,email:t},t))}),(0,j.jsx)(`button`,{type:`button`,className:`button small`,onClick:n,children:r(`mended.done`)})]})}function Ze({desk:e}){let{t}=A(),{version:n,savedAt:r,savedBy:i}=e.campaign.followUpAddresses;return!e.dirty||e.draft.since===n?null:(0,j.jsxs)(`section`,{className:`card newer`,"aria-label":t(`newer.title`),children:[(0,j.jsxs)(`div`,{role:`status`,children:[(0,j.jsx)(v,{tone:`wait`,children:t(`newer.title`)}),(0,j.jsxs)(`p`,{children:[t(`newer.by`,{name:i?.name??t(`somebody`),version:n}),` `,r&&(0,j.jsx)(T,{at:r})]}),(0,j.jsx)(`p`,{className:`muted`,children:t(e.disputed.length>0?`newer.disputed`:`newer.merged`)})]}),e.disputed.map(t=>(0,j.jsx)($e,{row:t,desk:e},t.id)),e.disputed.length===0&&(0,j.jsx)(`button`,{type:`button`,className:`button small`,onClick:()=>{e.note(),h(`try-draft`)},children:t(`newer.ok`)})]})}var Qe=[`mine`,`theirs`,`both`];function $e({row:e,desk:t}){let{t:n}=A(),r=t.draft.changes[e.id];if(!r)return null;let i=n=>{t.settle(e,n),h(...t.disputed.filter(({id:t})=>t!==e.id).map(({id:e})=>`mine-${e}`),`try-draft`,U(e))};return(0,j.jsxs)(`fieldset`,{className:`dispute`,children:[(0,j.jsx)(`legend`,{children:(0,j.jsx)(`bdi`,{children:e.id===`standard`?n(`standard`):e.label})}),Qe.map(t=>(0,j.jsxs)(`button`,{id:`${t}-${e.id}`,type:`button`,className:`button dispute-choice`,onClick:()=>i(t),children:[(0,j.jsx)(`span`,{children:n(`choice.${t}`)}),(0,j.jsx)(`bdi`,{className:`small muted`,children:B(De(t,e,r))||n(`nobody`)})]},t))]})}function X({rows:e}){let{t}=A();return(0,j.jsx)(`dl`,{className:`differences`,children:e.map(({id:e,label:n,diff:r,note:i,problem:a})=>(0,j.jsxs)(`div`,{children:[(0,j.jsx)(`dt`,{children:e===`standard`?t(`standard`):(0,j.jsx)(`bdi`,{children:n})}),(0,j.jsxs)(`dd`,{children:[i&&(0,j.jsx)(`p`,{className:`small muted`,children:i}),(0,j.jsx)(et,{of:r}),a&&(0,j.jsx)(`p`,{role:`alert`,className:`small problem`,children:a})]})]},e))})}function et({of:{added:e,removed:t,renamed:n}}){let{t:r}=A(),i=(e,t,n,r)=>e.map(e=>(0,j.jsxs)(`li`,{className:r,children:[(0,j.jsx)(`span`,{"aria-hidden":`true`,children:t}),` `,(0,j.jsx)(`span`,{className:`visually-hidden`,children:n}),` `,(0,j.jsx)(`bdi`,{children:e.text})]},I(e)));return(0,j.jsxs)(`ul`,{children:[i(e,`+`,r(`diff.added`),`added`),i(t,`−`,r(`diff.removed`),`removed`),i(n,`~`,r(`diff.renamed`),`renamed`)]})}function tt({desk:e}){let{t}=A(),[n,r]=(0,D.useState)(!1);return(0,j.jsxs)(j.Fragment,{children:[(0,j.jsx)(`button`,{type:`button`,className:`button`,onClick:()=>r(!0),children:t(`paste`)}),(0,j.jsx)(w,{title:t(`paste.title`),open:n,wide:!0,onClose:()=>r(!1),children:(0,j.jsx)(nt,{desk:e,onDone:()=>r(!1)})})]})}function nt({desk:e,onDone:t}){let{t:n}=A(),[r,i]=(0,D.useState)(``),[a,s]=(0,D.useState)(``),c={campaign:e.campaign.id,text:a},l=o(`account`,ue,a===``?null:{input:c}),d=async e=>{e&&i(await e.text())};return(0,j.jsxs)(`form`,{className:`stack`,onSubmit:e=>{e.preventDefault(),s(r.trim()===``?``:r)},children:[(0,j.jsx)(ne,{label:n(`paste.text`),hint:n(`paste.hint`),children:e=>(0,j.jsx)(`textarea`,{...e,className:`input mono`,rows:8,spellCheck:!1,placeholder:n(`paste.example`),value:r,onChange:e=>i(e.target.value)})}),(0,j.jsxs)(`div`,{className:`row wrap`,children:[(0,j.jsx)(`button`,{type:`submit`,className:`button`,"aria-disabled":r.trim()===``,children:n(`paste.read`)}),(0,j.jsxs)(`label`,{className:`button file`,children:[n(`paste.file`),(0,j.jsx)(`input`,{type:`file`,className:`visually-hidden`,accept:`.csv,.txt,.tsv,text/*`,onChange:e=>void d(e.target.files?.[0])})]})]}),a!==``&&a===r&&!l.isPlaceholderData&&(0,j.jsx)(m,{of:l,children:({parseFollowUpAddresses:n})=>(0,j.jsx)(rt,{read:n,desk:e,onDone:t})}),l.isPlaceholderData&&(0,j.jsx)(u,{})]})}function rt({read:e,desk:t,onDone:n}){let{t:r}=A(),i=at(e),a=t.rows.filter(({id:t})=>i.get(t)?.length===0&&e.problems.length>0);for(let{id:e}of a)i.delete(e);let o=t.rows.filter(({id:e,retired:t})=>!t&&i.has(e)).map(e=>({id:e.id,label:e.label,diff:ye(t.list(e),i.get(e.id)??[])})).filter(({diff:e})=>e.added.length+e.removed.length+e.renamed.length>0),s=({id:e,label:t})=>e===`standard`?r(`standard`):t,c=()=>{t.putAll(i),n()};return(0,j.jsxs)(`div`,{className:`stack`,children:[(0,j.jsx)(it,{problems:e.problems}),(0,j.jsxs)(`div`,{role:`status`,children:[o.length>0?(0,j.jsx)(X,{rows:o}):(0,j.jsx)(`p`,{children:r(`paste.same`)}),(0,j.jsx)(Z,{text:r(`paste.spoilt`),names:a.map(s)}),(0,j.jsx)(Z,{text:r(`paste.kept`),names:[...e.kept.map(({label:e})=>e),...e.standardKept?[r(`standard`)]:[]]})]}),o.length>0&&(0,j.jsx)(`div`,{className:`row wrap`,children:(0,j.jsx)(`button`,{type:`button`,className:`button primary`,onClick:c,children:r(`paste.take`,{count:o.length})})})]})}function Z({text:e,names:t}){return t.length===0?null:(0,j.jsxs)(`p`,{className:`small muted`,children:[e,` `,(0,j.jsx)(`bdi`,{children:t.join(`, `)})]})}function it({problems:e}){let{t}=A();return e.length===0?null:(0,j.jsxs)(`div`,{role:`alert`,className:`notice`,children:[(0,j.jsx)(`p`,{children:t(`paste.problems`,{count:e.length})}),(0,j.jsx)(`ul`,{children:e.map(({line:e,message:n})=>(0,j.jsxs)(`li`,{className:`small`,children:[t(`paste.line`,{line:e}),` `,(0,j.jsx)(`bdi`,{children:n})]},`${e} ${n}`))})]})}function at({followUpAddresses:e,kept:t,standardKept:n}){let r=new Map;for(let{code:n,addresses:i}of e.codes)t.some(({id:e})=>e===n.id)||r.set(n.id,i.items);return n||r.set(H,e.standard.items),r}function ot({desk:e}){let{t}=A(),n={campaign:e.campaign.id,days:30,table:J(e.draft,e.rows)},r=o(`account`,le,{input:n});return(0,j.jsxs)(`section`,{className:`replay`,"aria-labelledby":`replay`,children:[(0,j.jsx)(`h3`,{id:`replay`,className:`label`,children:t(`replay`)}),(0,j.jsx)(m,{of:r,children:({replayRouting:e})=>(0,j.jsx)(st,{of:e})})]})}function st({of:e}){let{t,language:n}=A(),r=e=>new Intl.NumberFormat(n).format(e),i=e.toOthers+e.toNobody+e.fromNobody;return e.chats===0?(0,j.jsx)(`p`,{children:t(`replay.none`)}):i===0?(0,j.jsx)(`p`,{role:`status`,children:t(`replay.same`,{count:e.chats,chats:r(e.chats)})}):(0,j.jsxs)(j.Fragment,{children:[(0,j.jsxs)(`p`,{role:`status`,children:[(0,j.jsx)(`strong`,{children:t(`replay.result`,{count:i,elsewhere:r(i),chats:r(e.chats)})}),` `,e.cut&&t(`replay.cut`)]}),(0,j.jsxs)(`ul`,{className:`replay-outcomes`,children:[e.toOthers>0&&(0,j.jsx)(`li`,{children:t(`replay.toOthers`,{count:e.toOthers})}),e.fromNobody>0&&(0,j.jsx)(`li`,{children:(0,j.jsx)(v,{tone:`ok`,children:t(`replay.fromNobody`,{count:e.fromNobody})})}),e.toNobody>0&&(0,j.jsx)(`li`,{children:(0,j.jsx)(v,{tone:`bad`,children:t(`replay.toNobody`,{count:e.toNobody})})})]}),(0,j.jsx)(ct,{addresses:e.addresses}),(0,j.jsx)(lt,{differences:e.differences})]})}function ct({addresses:e}){let{t,language:n}=A(),r=(e,t)=>e>0?`${t}${new Intl.NumberFormat(n).format(e)}`:``;return(0,j.jsx)(`section`,{className:`table-box`,"aria-label":t(`replay.addresses`),tabIndex:0,children:(0,j.jsxs)(`table`,{className:`table small`,children:[(0,j.jsx)(`thead`,{children:(0,j.jsxs)(`tr`,{children:[(0,j.jsx)(`th`,{scope:`col`,children:t(`replay.address`)}),(0,j.jsx)(`th`,{scope:`col`,className:`number`,children:t(`replay.gained`)}),(0,j.jsx)(`th`,{scope:`col`,className:`number`,children:t(`replay.lost`)})]})}),(0,j.jsx)(`tbody`,{children:e.map(({address:e,gained:t,lost:n})=>(0,j.jsxs)(`tr`,{children:[(0,j.jsx)(`th`,{scope:`row`,children:(0,j.jsx)(M,{item:e})}),(0,j.jsx)(`td`,{className:`number`,children:r(t,`+`)}),(0,j.jsx)(`td`,{className:`number`,children:r(n,`−`)})]},e.email))})]})})}function lt({differences:e}){let{t}=A(),n=e=>e.recipients.map(({address:e})=>e.email).join(`, `)||t(`nobody`);return(0,j.jsxs)(`details`,{className:`examples`,children:[(0,j.jsx)(`summary`,{children:t(`replay.examples`,{count:e.length})}),(0,j.jsx)(`ul`,{children:e.map(({followUp:{id:e,number:t,chat:r},before:i,after:a})=>(0,j.jsxs)(`li`,{children:[(0,j.jsxs)(`a`,{href:`follow-ups/${t}`,target:`_blank`,rel:`noopener`,children:[`#`,t,` `,(0,j.jsx)(`bdi`,{children:r.visitor.name||r.visitor.email})]}),` `,(0,j.jsx)(T,{at:r.closedAt}),(0,j.jsxs)(`span`,{className:`small`,children:[(0,j.jsx)(`del`,{children:(0,j.jsx)(`bdi`,{children:n(i)})}),` `,(0,j.jsx)(`span`,{"aria-hidden":`true`,children:`→`}),` `,(0,j.jsx)(`ins`,{children:(0,j.jsx)(`bdi`,{children:n(a)})})]})]},e))})]})}function ut({desk:e,publishing:t}){let{t:n}=A(),[r,i]=(0,D.useState)(!1),a=E();if(!e.dirty)return null;let o=[...e.changed.map(U),`view-list`],s=()=>{let t=e.drop();h(...o),a(n(`dropped`),async()=>(t(),!0))},c=dt(e),l=c===void 0;return(0,j.jsxs)(`section`,{className:`publish card`,"aria-label":n(`draft`),children:[(0,j.jsx)(`p`,{role:`status`,children:c?n(c,{count:Object.keys(e.draft.typed).length}):n(`publish.changed`,{count:e.changed.length})}),(0,j.jsxs)(`div`,{className:`row wrap`,children:[(0,j.jsx)(`button`,{type:`button`,id:`try-draft`,className:`button primary`,"aria-disabled":!l,onClick:()=>l&&i(!0),children:n(`publish.try`)}),(0,j.jsx)(`button`,{type:`button`,className:`button quiet`,onClick:s,children:n(`drop`)})]}),(0,j.jsx)(w,{title:n(`publish.title`),open:r,wide:!0,onClose:()=>i(!1),children:(0,j.jsx)(ft,{desk:e,publishing:t})})]})}function dt({draft:e,disputed:t,changed:n}){return Object.keys(e.typed).length>0?`publish.unread`:t.length>0?`publish.disputed`:n.length===0?`publish.same`:void 0}function ft({desk:e,publishing:t}){let{t:n}=A(),[r,i]=(0,D.useState)(``),a=dt(e),o=[...e.changed.map(U),`view-list`],s=e.changed.map(n=>({id:n.id,label:n.label,diff:ye(n.saved,e.list(n)),problem:t.rows.get(n.id)??``}));return(0,j.jsxs)(`form`,{className:`stack`,onSubmit:e=>{e.preventDefault(),!a&&!t.busy&&t.publish(r).then(e=>e&&h(...o))},children:[(0,j.jsx)(X,{rows:s}),(0,j.jsx)(ot,{desk:e}),(0,j.jsx)(ne,{label:n(`comment`),problem:t.comment,children:e=>(0,j.jsx)(`input`,{...e,className:`input`,maxLength:500,placeholder:n(`comment.placeholder`),value:r,onChange:e=>i(e.target.value)})}),(0,j.jsx)(f,{problem:t.problem}),a===`publish.disputed`&&(0,j.jsx)(`p`,{role:`alert`,children:n(a)}),(0,j.jsx)(`div`,{className:`row wrap`,children:(0,j.jsx)(`button`,{type:`submit`,className:`button primary`,"aria-disabled":a!==void 0||t.busy,children:n(t.busy?`publishing`:`publish`)})})]})}function pt({desk:e,...t}){let{t:n}=A(),r=e.rows.filter(({id:e,retired:t})=>!t&&e!==`standard`),i=e.rows.filter(({retired:e})=>e),a=e.rows.find(({id:e})=>e===H),o=[...new Set(r.map(({goal:e})=>e))],s=n=>(0,j.jsx)(ze,{row:n,desk:e,...t},n.id);return(0,j.jsxs)(`div`,{className:`address-table`,children:[r.length===0&&(0,j.jsx)(re,{text:n(`noCodes`),children:(0,j.jsx)(x,{className:`button`,to:`/campaigns/$campaign/goals`,params:{campaign:e.campaign.id},children:n(`noCodes.add`)})}),o.map(e=>(0,j.jsxs)(`section`,{"aria-label":e||n(`noGoal`),children:[(e||o.length>1)&&(0,j.jsx)(`h2`,{className:`goal-name`,children:e?(0,j.jsx)(`bdi`,{children:e}):n(`noGoal`)}),(0,j.jsx)(`ul`,{className:`address-rows`,children:r.filter(t=>t.goal===e).map(s)})]},e)),i.length>0&&(0,j.jsxs)(`details`,{className:`retired`,children:[(0,j.jsx)(`summary`,{children:n(`retired`,{count:i.length})}),(0,j.jsx)(`ul`,{className:`address-rows`,children:i.map(s)})]}),a&&(0,j.jsx)(`section`,{"aria-label":n(`standard`),children:(0,j.jsx)(`ul`,{className:`address-rows standard`,children:s(a)})})]})}var Q=`/campaigns/$campaign/addresses`;function mt({desk:e}){let{t,language:n}=A(),{test:i=[]}=r({from:Q}),a=e.changed.length>0,s=o(`account`,ce,{input:{campaign:e.campaign.id,codes:i,table:a?J(e.draft,e.rows):null},language:y(n)});return(0,j.jsxs)(`aside`,{className:`card simulate`,"aria-labelledby":`simulate`,children:[(0,j.jsx)(`h2`,{id:`simulate`,children:t(`simulate`)}),(0,j.jsx)(ht,{desk:e,chosen:i}),(0,j.jsx)(m,{of:s,children:({simulateRouting:e})=>(0,j.jsx)(_t,{decision:e})}),a&&(0,j.jsx)(`p`,{className:`small warning`,children:t(`simulate.draft`)}),(0,j.jsx)(vt,{})]})}function ht({desk:e,chosen:n}){let{t:r}=A(),i=t({from:Q}),a=e.rows.filter(({id:e,retired:t})=>e!==`standard`&&!t).map(({label:e})=>e),o=e=>n.some(t=>t.toLowerCase()===e.toLowerCase()),s=n.filter(e=>!a.some(t=>t.toLowerCase()===e.toLowerCase())),c=e=>{let t=o(e)?n.filter(t=>t.toLowerCase()!==e.toLowerCase()):[...n,e];i({search:e=>({...e,test:t}),replace:!0,resetScroll:!1})};return(0,j.jsxs)(`fieldset`,{className:`simulate-codes`,children:[(0,j.jsx)(`legend`,{children:r(`simulate.codes`)}),[...a,...s].map(e=>(0,j.jsxs)(`label`,{className:`check`,children:[(0,j.jsx)(`input`,{type:`checkbox`,checked:o(e),onChange:()=>c(e)}),(0,j.jsx)(`bdi`,{children:e})]},e))]})}var gt=[`NO_CODE`,`NO_KNOWN_CODE`,`NO_ADDRESS`];function _t({decision:e}){let{t}=A(),{recipients:n,codes:r,notForwarded:i}=e,a=n.some(({reasons:e})=>e.some(({kind:e})=>gt.includes(e)));return(0,j.jsxs)(`div`,{role:`status`,className:`simulate-outcome`,children:[n.length>0&&(0,j.jsx)(`h3`,{className:`label`,children:t(`simulate.goesTo`)}),(0,j.jsx)(`ul`,{className:`simulate-recipients`,children:n.map(({address:e,reasons:t})=>(0,j.jsxs)(`li`,{children:[(0,j.jsx)(M,{item:e}),(0,j.jsxs)(`span`,{className:`small muted`,children:[` `,t.map(({sentence:e})=>e).join(` · `)]})]},e.email))}),i&&(0,j.jsx)(v,{tone:`bad`,children:t(`simulate.${i}`)}),r.map(({label:e,outcome:n})=>n===`ROUTED`?null:(0,j.jsxs)(`p`,{className:`small warning`,children:[(0,j.jsx)(`bdi`,{children:e}),`: `,t(`verdict.${n}`)]},e)),!i&&(0,j.jsx)(`p`,{className:`small muted`,children:t(a?`simulate.standard`:`simulate.notStandard`)})]})}function vt(){let{t:e}=A(),[t,n]=(0,D.useState)(``),{test:i=[]}=r({from:Q}),a=i.join();return(0,j.jsx)(`button`,{type:`button`,className:`button small`,onClick:()=>void C(location.href).then(e=>e&&n(`=${a}`)),children:(0,j.jsx)(`span`,{role:`status`,children:e(t===`=${a}`?`copied`:`copy.link`)})})}function yt(e){let[t,n]=(0,D.useState)(Ce),r=(0,D.useMemo)(()=>be(e),[e]),i=(0,D.useMemo)(()=>Se(e.followUpAddresses),[e]),{version:a}=e.followUpAddresses,o=e=>n(t=>({...e(t),since:Ee(t,r)?t.since:a}));return{campaign:e,rows:r,draft:t,health:i,changed:K(t,r),disputed:Te(t,r),dirty:Ee(t,r),list:e=>W(t,e),put:(e,t)=>o(n=>G(n,e,t)),putAll:e=>o(t=>r.reduce((t,n)=>e.has(n.id)?G(t,n,e.get(n.id)??[]):t,t)),type:(e,t)=>o(n=>we(n,e.id,t)),replace:(e,t)=>o(n=>ke(n,r,e,t)),settle:(e,t)=>o(n=>Oe(n,e,t)),note:()=>n(e=>({...e,since:a})),drop:()=>(n(Ce),()=>n(t))}}function bt(e,t){let{t:n}=A(),r=s(se),i=s(k),a=E(),o=e.campaign.id,c=e.campaign.followUpAddresses,u=J(e.draft,e.rows),[d,f]=(0,D.useState)(u),p=e=>c.version>0?i.run({campaign:o,version:c.version,expectedVersion:e}):r.run({campaign:o,version:e,standard:``,codes:u.codes.map(({code:e})=>({code:e,addresses:``}))}),m=async i=>{f(u);let s=await r.run({campaign:o,version:c.version,comment:i,...u});if(!s)return t(),!1;let{version:l}=s.saveFollowUpAddresses?.followUpAddresses??{version:c.version+1};return e.drop(),a(n(`published`,{version:l}),()=>p(l)),!0},h=new Map(u.codes.map(({code:e,addresses:t})=>[e,t])),g=(e,t)=>t?l(r.problem,e):``,_=new Map([[H,g(`input.standard`,d.standard===u.standard)],...d.codes.map(({code:e,addresses:t},n)=>[e,g(`input.codes[${n}].addresses`,h.get(e)===t)])]),v=l(r.problem,`input.comment`);return{publish:m,busy:r.busy,problem:xt(r.problem),comment:v,undoProblem:i.problem,rows:_}}function xt(e){return e instanceof ee?e.all.find(({field:e})=>!/^input\.(standard|comment|codes\[\d+\]\.addresses)$/.test(e))??null:e}var St=`/campaigns/$campaign/addresses`;function Ct({campaign:e,newest:n}){let{t:i}=A(),a=r({from:St}),s=t({from:St}),c=ie(a.newer)??n,l=ie(a.older)??Math.max(0,c-1),u=o(`account`,fe,{campaign:e,older:l,newer:c}),d=(e,t)=>void s({search:n=>({...n,[e]:t}),replace:!0,resetScroll:!1}),f=(e,t)=>(0,j.jsxs)(`label`,{className:`compare-side`,children:[(0,j.jsx)(`span`,{children:i(`compare.${e}`)}),(0,j.jsx)(`select`,{className:`input`,value:t,onChange:t=>d(e,t.target.value),children:Array.from({length:n+1},(e,t)=>n-t).map(e=>(0,j.jsx)(`option`,{value:e,children:e===0?i(`version.zero`):i(`version`,{version:e})},e))})]});return(0,j.jsxs)(`section`,{className:`card compare`,"aria-labelledby":`compare`,children:[(0,j.jsx)(`h2`,{id:`compare`,children:i(`compare`)}),(0,j.jsxs)(`div`,{className:`row wrap`,children:[f(`older`,l),f(`newer`,c)]}),(0,j.jsx)(m,{of:u,children:({followUpAddressesDiff:e})=>(0,j.jsx)(wt,{diff:e})})]})}function wt({diff:e}){let{t}=A(),n=e?Tt(e,t):[];return(0,j.jsx)(`div`,{role:`status`,children:n.length>0?(0,j.jsx)(X,{rows:n}):(0,j.jsx)(`p`,{className:`muted`,children:t(`compare.same`)})})}function Tt({standard:e,codes:t},n){let r=t.map(({code:e,addresses:t,appeared:r,gone:i,retired:a})=>({id:e.id,label:e.label,diff:t,note:r?n(`diff.appeared`):i?n(`diff.gone`):a?n(`diff.retired`):``}));return Et(e)?r:[...r,{id:H,label:``,diff:e}]}var Et=({added:e,removed:t,renamed:n})=>e.length+t.length+n.length===0;function Dt(e,t){let{t:n}=A(),r=s(k),i=E();return{restore:async a=>{let o=(await r.run({campaign:e,version:a,expectedVersion:t}))?.restoreFollowUpAddresses?.followUpAddresses.version;o!==void 0&&i(n(`restored`,{version:a}),()=>r.run({campaign:e,version:t,expectedVersion:o}))},busy:r.busy,problem:r.problem}}function Ot({campaign:e,newest:t,mayEdit:n}){let{t:i}=A(),{after:a=``}=r({from:`/campaigns/$campaign/addresses`}),s=o(`account`,de,{campaign:e,after:a||null}),c=Dt(e,t);return t===0?(0,j.jsx)(re,{text:i(`versions.none`)}):(0,j.jsxs)(`div`,{className:`stack`,children:[(0,j.jsx)(Ct,{campaign:e,newest:t}),(0,j.jsx)(f,{problem:c.problem}),(0,j.jsx)(m,{of:s,children:({campaign:e})=>(0,j.jsxs)(j.Fragment,{children:[(0,j.jsx)(`ol`,{className:`versions card`,children:e?.followUpAddressesHistory.nodes.map(e=>(0,j.jsx)(kt,{version:e,newest:t,...n&&{restoring:c}},e.version))}),(0,j.jsx)(At,{page:e?.followUpAddressesHistory.pageInfo})]})})]})}function kt({version:{version:e,comment:t,savedAt:n,savedBy:r},newest:i,restoring:a}){let{t:o}=A(),s=String(e-1);return(0,j.jsxs)(`li`,{className:`version`,children:[(0,j.jsxs)(`div`,{children:[(0,j.jsx)(`strong`,{children:o(`version`,{version:e})}),` `,e===i&&(0,j.jsx)(`span`,{className:`muted`,children:o(`version.newest`)}),(0,j.jsxs)(`p`,{className:`small muted`,children:[n&&(0,j.jsx)(T,{at:n}),` · `,(0,j.jsx)(`bdi`,{children:r?.name??o(`somebody`)})]}),t&&(0,j.jsx)(`p`,{children:(0,j.jsx)(`bdi`,{children:t})})]}),(0,j.jsxs)(`div`,{className:`row wrap`,children:[(0,j.jsx)(x,{from:`/campaigns/$campaign/addresses`,search:t=>({...t,older:s,newer:String(e)}),className:`button small`,children:o(`version.changes`)}),a&&e!==i&&(0,j.jsx)(`button`,{type:`button`,className:`button small`,"aria-label":o(`version.restoreThis`,{version:e}),disabled:a.busy,onClick:()=>void a.restore(e),children:o(`version.restore`)})]})]})}function At({page:e}){let{t}=A(),{after:n}=r({from:`/campaigns/$campaign/addresses`}),i=`/campaigns/$campaign/addresses`;return(0,j.jsxs)(`div`,{className:`row wrap`,children:[n&&(0,j.jsx)(x,{from:i,search:e=>({...e,after:``}),className:`button small`,children:t(`versions.newest`)}),e?.hasNextPage&&(0,j.jsx)(x,{from:i,search:t=>({...t,after:e.endCursor??``}),className:`button small`,children:t(`versions.older`)})]})}var jt=`/campaigns/$campaign/addresses`;function Mt({desk:e}){let{t}=A(),{view:n=`list`}=r({from:jt}),i=q(e.draft,e.rows).length<=8||n===`matrix`?[`list`,`matrix`,`versions`]:[`list`,`versions`];return(0,j.jsx)(`nav`,{"aria-label":t(`views`),className:`views`,children:i.map(e=>(0,j.jsx)(x,{id:`view-${e}`,from:jt,search:t=>({...t,view:e===`list`?void 0:e}),resetScroll:!1,className:`button small`,...e===n&&{"aria-current":`true`},children:t(`view.${e}`)},e))})}var $=`/campaigns/$campaign/addresses`;function Nt(){let{campaign:e}=n({from:$}),t=o(`all`,ae,{campaign:e}),r=()=>void t.refetch();return(0,j.jsx)(m,{of:t,children:({campaign:e})=>e?(0,j.jsx)(Pt,{campaign:e,onStale:r},e.id):(0,j.jsx)(d,{})})}function Pt({campaign:e,onStale:t}){let{t:n}=A(),{view:i=`list`}=r({from:$}),a=yt(e),o=bt(a,t),s=c().may(`CAMPAIGN`);return(0,j.jsxs)(p,{title:n(`title`),actions:(0,j.jsx)(Mt,{desk:a}),children:[(0,j.jsx)(f,{problem:o.undoProblem}),(0,j.jsx)(Ze,{desk:a}),i===`versions`?(0,j.jsx)(Ot,{campaign:e.id,newest:e.followUpAddresses.version,mayEdit:s}):(0,j.jsx)(Ft,{desk:a,publishing:o,mayEdit:s,matrix:i===`matrix`}),s&&(0,j.jsx)(ut,{desk:a,publishing:o}),(0,j.jsx)(pe,{dirty:a.dirty})]})}function Ft({desk:e,publishing:n,mayEdit:i,matrix:a}){let{t:o}=A(),{mend:s}=r({from:$}),c=t({from:$}),l=()=>{f([]),h(`view-list`)},u=e=>void c({search:t=>({...t,mend:e}),replace:!0,resetScroll:!1}),[d,f]=(0,D.useState)([]);return(0,j.jsxs)(`div`,{className:`addresses`,children:[(0,j.jsxs)(`div`,{className:`addresses-main`,children:[(0,j.jsxs)(`div`,{className:`addresses-lead`,children:[(0,j.jsx)(`p`,{className:`muted`,children:o(i?`lead.edit`:`lead`)}),i&&(0,j.jsx)(tt,{desk:e})]}),e.changed.length===0&&(0,j.jsx)(Xe,{campaign:e.campaign.id,emails:d,onDone:l}),a?(0,j.jsx)(He,{desk:e,mayEdit:i,onMend:({email:e})=>u(e)}):(0,j.jsx)(pt,{desk:e,mayEdit:i,problems:n.rows,onMend:({email:e})=>u(e)})]}),(0,j.jsx)(mt,{desk:e}),(0,j.jsx)(Ge,{desk:e,mayEdit:i,email:s??``,onMended:e=>f([...d.filter(t=>t!==e),e]),onClose:()=>u(``)})]})}export{Nt as Addresses};