const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./chart-CnsZ1jie.css"])))=>i.map(i=>d[i]);
import{n as e}from"./rolldown-runtime-WkwZ5CU-.js";import{t}from"./useSearch-DhtugqXB.js";import{i as n,r}from"./react-AyOTluXZ.js";import{a as i}from"./data-DzwsbZCa.js";import{s as a,t as o}from"./Answer-BvqSZd80.js";import{t as s}from"./link-CtCcNamM.js";import{t as c}from"./useNavigate-DNzsfxPa.js";import{n as l,r as u}from"./search-lmL95PAA.js";import{d,g as f,i as p,n as m,s as h,u as g}from"./base-CTmk8UTt.js";import{a as _,r as v,t as y}from"./followups-C60-sKtM.js";import{t as b}from"./sample-2JooDSsx.js";import{t as x}from"./Empty-BHJKPafv.js";import{t as S}from"./Text-COXIjOdy.js";import{t as C}from"./Tabs-BiTdBemB.js";var w=e(n(),1),T=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},E=new T(`
    query ReportCampaigns {
  campaigns(retired: true) {
    id
    name
  }
}
    `),D=new T(`
    query Reports($report: ReportInput!, $days: ReportInput!, $before: ReportInput!, $first: String!, $last: String!, $campaigns: [ID!]!) {
  report(input: $report) {
    totals {
      ...Tally
    }
    rows {
      ...Tally
    }
    others {
      ...Tally
    }
  }
  days: report(input: $days) {
    rows {
      ...Tally
    }
  }
  before: report(input: $before) {
    totals {
      chats
      sent
      failed
      timeToDelivery {
        median
      }
    }
  }
  ledger(first: $first, last: $last, campaigns: $campaigns) {
    finished
    boxes {
      state
      reason
      count
      filter {
        reasons
      }
    }
  }
}
    fragment Tally on ReportRow {
  key
  label
  campaign {
    id
    name
  }
  chats
  uncoded
  conversion
  notForwarded
  sent
  delivered
  failed
  open
  rescued
  timeToDelivery {
    median
    p90
  }
  mails {
    mails
    accepted
    delivered
    refused
    timeToAcceptance {
      median
      p90
    }
  }
  filter {
    states
    reasons
    campaigns
    codes
    goals
    coded
    converted
    operators
    addresses
    days {
      first
      last
    }
  }
}`),O=d(f({english:{title:`Reports`,period:`Period`,"period.days":{one:`{count} day`,other:`{count} days`},"period.from":`First day`,"period.to":`Last day`,"period.show":`Show`,campaign:`Campaign`,"campaign.all":`All campaigns`,empty:`No chat finished in these days. What came of each chat is counted here from its close on.`,"empty.longer":{one:`Show {count} day`,other:`Show {count} days`},"empty.try":`Try a chat`,figures:`Figures`,change:{one:`{change} on the day before`,other:`{change} on the {count} days before`},"change.none":{one:`No chats on the day before to compare with.`,other:`No chats in the {count} days before to compare with.`},points:`{change} points`,chats:`Chats`,sent:`Sent`,delivered:`Delivered`,"delivered.share":`{share} confirmed as delivered`,failed:`Failed`,median:`Median to delivery`,p90:`nine in ten within {span}`,"p90.name":`90 % within`,conversion:`Conversion`,uncoded:`Without code`,rescued:`Rescued`,notForwarded:`Not forwarded`,open:`Open`,mails:`Mails`,"mails.accepted":`Mails taken`,"mails.delivered":`Mails delivered`,"mails.refused":`Mails refused`,"mails.median":`Median until taken`,ledger:`Where every chat is`,"ledger.finished":{one:`{number} finished chat`,other:`{number} finished chats`},"ledger.balances":`It balances: nothing is lost`,"ledger.again":`Counting again…`,"ledger.missing":{one:`It does not balance: {count} chat is in none of these`,other:`It does not balance: {count} chats are in none of these`},"ledger.over":{one:`It does not balance: {count} chat is counted twice`,other:`It does not balance: {count} chats are counted twice`},"ledger.reasons":`Why`,"ledger.csv":`Day by day, as CSV`,perDay:`Per day`,"perDay.label":`Finished chats and those sent, per day. The table below has the same numbers.`,"perDay.table":`As a table`,by:`What the rows are about`,"by.code":`By success code`,"by.goal":`By goal`,"by.campaign":`By campaign`,"by.operator":`By operator`,"by.address":`By address`,"by.day":`By day`,"by.hint":`A chat that belongs to two rows is in both; in the totals it counts once.`,"sort.code":`Code`,"sort.goal":`Goal`,"sort.campaign":`Campaign`,"sort.operator":`Operator`,"sort.address":`Address`,"sort.day":`Day`,"none.code":`No code`,"none.goal":`No goal`,"none.operator":`No operator`,others:`Others`,totals:`All, each once`,csv:`Download CSV`},others:{de:()=>h(()=>import(`./de-CT1u8-B2.js`),[],import.meta.url),nl:()=>h(()=>import(`./nl-j7HeG88d.js`),[],import.meta.url)}},m)),k=r();function ee({period:e}){let{t:n}=O(),r=t({from:`/reports`}),i=r.from||r.to?``:r.days||`30`;return(0,k.jsxs)(`div`,{className:`controls`,children:[(0,k.jsx)(`nav`,{"aria-label":n(`period`),className:`row wrap`,children:u.map(e=>(0,k.jsx)(s,{to:`/reports`,search:{...r,days:String(e),from:``,to:``},className:`button`,activeOptions:{exact:!0},"aria-current":i===String(e)?`true`:void 0,children:n(`period.days`,{count:e})},e))}),(0,k.jsx)(te,{period:e},`${e.first} ${e.last}`),(0,k.jsx)(ne,{})]})}function te({period:e}){let{t:n}=O(),r=t({from:`/reports`}),i=c({from:`/reports`}),a=e=>{let[t,n]=[String(e.get(`from`)),String(e.get(`to`))];i({search:{...r,days:``,from:t,to:n}})};return(0,k.jsxs)(`form`,{className:`row wrap`,onSubmit:e=>{e.preventDefault(),a(new FormData(e.currentTarget))},children:[(0,k.jsx)(`input`,{className:`input day`,type:`date`,name:`from`,"aria-label":n(`period.from`),required:!0,defaultValue:e.first}),(0,k.jsx)(`span`,{"aria-hidden":`true`,children:`–`}),(0,k.jsx)(`input`,{className:`input day`,type:`date`,name:`to`,"aria-label":n(`period.to`),required:!0,defaultValue:e.last}),(0,k.jsx)(`button`,{type:`submit`,className:`button`,children:n(`period.show`)})]})}function ne(){let{t:e}=O(),n=t({from:`/reports`}),r=c({from:`/reports`}),a=i(`account`,E,{}).data?.campaigns??[];return a.length<2?null:(0,k.jsxs)(`select`,{className:`input`,"aria-label":e(`campaign`),value:n.campaign,onChange:e=>void r({search:{...n,campaign:e.target.value}}),children:[(0,k.jsx)(`option`,{value:``,children:e(`campaign.all`)}),a.map(({id:e,name:t})=>(0,k.jsx)(`option`,{value:e,children:t},e))]})}function A(){return j(g().language)}function j(e){let t=t=>n=>new Intl.NumberFormat(e,t).format(n),n=t({style:`percent`,maximumFractionDigits:1}),r={signDisplay:`exceptZero`};return{count:t({}),share:e=>e==null?`–`:n(e),change:t(r),changeOfShare:t({style:`percent`,maximumFractionDigits:1,...r}),span:e=>e==null?`–`:N(e,e=>t({style:`unit`,unit:e,unitDisplay:`narrow`,maximumFractionDigits:0}))}}var M=[{unit:`day`,seconds:86400},{unit:`hour`,seconds:3600},{unit:`minute`,seconds:60},{unit:`second`,seconds:1}];function N(e,t){let n=Math.round(e),r=Math.max(M.findIndex(e=>n>=e.seconds),n<1?M.length-1:0),i=n;return M.slice(r,r+2).map(({unit:e,seconds:r})=>{let a=Math.floor(i/r);return i-=a*r,a>0||n<1?t(e)(a):``}).filter(Boolean).join(` `)}var P=(e=``)=>/^\d{4}-\d\d-\d\d$/.test(e)&&!Number.isNaN(Date.parse(e));function F(e=new Date){let t=e=>String(e).padStart(2,`0`);return`${e.getFullYear()}-${t(e.getMonth()+1)}-${t(e.getDate())}`}function I({days:e,from:t,to:n},r){let i=P(t)?t:P(n)?n:void 0,a=P(n)?n:i;if(i&&a)return i<=a?{first:i,last:a}:{first:a,last:i};let o=u.find(t=>String(t)===e)??30;return{first:y(r,1-o),last:r}}var L=({first:e,last:t})=>Math.round((Date.parse(t)-Date.parse(e))/864e5)+1,R=e=>({first:y(e.first,-L(e)),last:y(e.first,-1)}),z=e=>Array.from({length:L(e)},(t,n)=>y(e.first,n));function B({now:e,before:t,period:n}){let{t:r}=O(),i=V(e,t),a=L(n);return(0,k.jsxs)(`section`,{"aria-label":r(`figures`),className:`stack`,children:[(0,k.jsx)(`ul`,{className:`figures`,children:i.map(({name:e,value:t,link:n,change:i,more:o})=>(0,k.jsxs)(`li`,{className:`card`,children:[(0,k.jsx)(`span`,{className:`muted`,children:e}),(0,k.jsx)(`span`,{className:`figure`,children:n?(0,k.jsx)(s,{to:`/follow-ups`,search:n,children:t}):t}),o&&(0,k.jsx)(`span`,{className:`small`,children:o}),i&&(0,k.jsx)(`span`,{className:`small muted`,children:r(`change`,{change:i,count:a})})]},e))}),t.chats===0&&(0,k.jsx)(`p`,{className:`small muted`,children:r(`change.none`,{count:a})})]})}function V(e,t){let{t:n}=O(),r=A(),i=e.filter??{},a=(e,{chats:t})=>t>0?e/t:null,[o,s]=[a(e.sent,e),a(t.sent,t)],[c,l]=[e.timeToDelivery.median??null,t.timeToDelivery.median??null],u=c!==null&&l!==null?Math.round(c)-Math.round(l):null;return[{name:n(`chats`),value:r.count(e.chats),link:_(i),change:t.chats>0?r.changeOfShare(e.chats/t.chats-1):``},{name:n(`sent`),value:r.share(o),link:_({...i,states:[`SENT`,`DELIVERED`]}),more:n(`delivered.share`,{share:r.share(a(e.delivered,e))}),change:o!==null&&s!==null?n(`points`,{change:r.change(Math.round((o-s)*1e3)/10)}):``},{name:n(`failed`),value:r.count(e.failed),link:_({...i,states:[`FAILED`]}),change:t.chats>0?r.change(e.failed-t.failed):``},{name:n(`median`),value:r.span(c),more:n(`p90`,{span:r.span(e.timeToDelivery.p90)}),change:u===null?``:u===0?`±0`:`${u>0?`+`:`−`}${r.span(Math.abs(u))}`}]}function H(e,{first:t,last:n},r,i){let a=new URLSearchParams({first:t,last:n});i&&a.set(`by`,i.toUpperCase());for(let e of r)a.append(`campaigns`,e);return`csv/${e}?${a}`}function U(e){let t=new Map;for(let{state:n,reason:r,count:i,filter:a}of e.flatMap(({boxes:e})=>e)){let e=a.reasons??[],o=JSON.stringify([n,e]),s=t.get(o);s?s.count+=i:t.set(o,{state:n,reason:r,reasons:e,count:i})}return[...t.values()].sort((e,t)=>W(e)-W(t)||t.count-e.count)}var W=({state:e})=>-v.indexOf(e);function G(e){let t=new Map;for(let{state:n,count:r}of e)t.set(n,(t.get(n)??0)+r);return[...t].map(([e,t])=>({state:e,count:t}))}var re=2e3;function K(e,t){let[n,r]=(0,w.useState)(0);return(0,w.useEffect)(()=>{if(e===n)return;if(e===0)return r(0);let i=setTimeout(()=>void t().then(()=>r(e)),re);return()=>clearTimeout(i)},[e,n]),e!==0&&e===n}function q({days:e,counted:t,period:n,campaigns:r,again:i}){let{t:a}=O(),o=A(),c=U(e),l=e.reduce((e,t)=>e+t.finished,0),u={days:n,campaigns:r};return(0,k.jsxs)(`section`,{className:`card stack`,"aria-labelledby":`ledger`,children:[(0,k.jsxs)(`div`,{className:`page-head`,children:[(0,k.jsx)(`h2`,{id:`ledger`,children:a(`ledger`)}),(0,k.jsx)(J,{missing:t-l,again:i})]}),(0,k.jsxs)(`p`,{className:`ledger-line`,children:[(0,k.jsx)(s,{to:`/follow-ups`,search:_(u),children:a(`ledger.finished`,{count:t,number:o.count(t)})}),G(c).map(({state:e,count:t},n)=>(0,k.jsxs)(`span`,{children:[(0,k.jsx)(`span`,{className:`muted`,children:n===0?`= `:`+ `}),(0,k.jsxs)(s,{to:`/follow-ups`,search:_({...u,states:[e]}),children:[o.count(t),` `,a(`state.${e}`)]})]},e))]}),(0,k.jsx)(Y,{boxes:c,chats:u}),(0,k.jsx)(`p`,{className:`small`,children:(0,k.jsx)(`a`,{href:H(`ledger`,n,r),download:!0,children:a(`ledger.csv`)})})]})}function J({missing:e,again:t}){let{t:n}=O(),r=K(e,t);return e===0?(0,k.jsx)(p,{tone:`ok`,children:n(`ledger.balances`)}):r?(0,k.jsx)(`p`,{role:`alert`,className:`problem`,children:(0,k.jsx)(p,{tone:`bad`,children:e>0?n(`ledger.missing`,{count:e}):n(`ledger.over`,{count:-e})})}):(0,k.jsx)(p,{tone:`wait`,children:n(`ledger.again`)})}function Y({boxes:e,chats:t}){let{t:n}=O(),r=A(),i=e.filter(({reason:e})=>e!==``);return i.length===0?null:(0,k.jsxs)(`details`,{children:[(0,k.jsx)(`summary`,{children:n(`ledger.reasons`)}),(0,k.jsx)(`ul`,{className:`reasons`,children:i.map(({state:e,reason:i,reasons:a,count:o})=>(0,k.jsxs)(`li`,{children:[(0,k.jsxs)(s,{to:`/follow-ups`,search:_({...t,states:[e],reasons:a}),children:[r.count(o),` `,n(`state.${e}`)]}),` `,(0,k.jsx)(`bdi`,{className:`muted`,children:i})]},`${e} ${a}`))})]})}function X({period:e}){let{t:n}=O(),r=t({from:`/reports`}),i=b();return(0,k.jsxs)(x,{text:n(`empty`),children:[L(e)<90&&(0,k.jsx)(s,{to:`/reports`,search:{...r,days:`90`,from:``,to:``},className:`button primary`,children:n(`empty.longer`,{count:90})}),i&&(0,k.jsx)(`a`,{href:`try`,className:`button`,children:n(`empty.try`)})]})}function ie({label:e,days:t,lines:n}){let{language:r}=g(),i=(0,w.useRef)(null),[a,o]=(0,w.useState)(),s=(0,w.useSyncExternalStore)(oe,se),c=JSON.stringify([t,n,r,s]);return(0,w.useEffect)(()=>{let e,a=!1;return h(async()=>{let{draw:e}=await import(`./chart-FHCuUkIb.js`);return{draw:e}},__vite__mapDeps([0]),import.meta.url).then(({draw:s})=>{!a&&i.current&&(e=s(i.current,{days:t,lines:n,language:r,onPoint:o}))}),()=>{a=!0,e?.()}},[c]),(0,k.jsxs)(`figure`,{className:`chart`,children:[(0,k.jsxs)(`figcaption`,{"aria-hidden":`true`,children:[n.map(({name:e,values:t,dashed:n})=>(0,k.jsxs)(`span`,{className:n?`line dashed`:`line`,children:[e,` `,a!==void 0&&(0,k.jsx)(`b`,{children:t[a]?.toLocaleString(r)})]},e)),(0,k.jsx)(`span`,{className:`muted`,children:a!==void 0&&ae(t[a],r)})]}),(0,k.jsx)(`div`,{ref:i,className:`plot`,role:`img`,"aria-label":e})]})}function ae(e,t){return e?new Intl.DateTimeFormat(t,{dateStyle:`full`,timeZone:`UTC`}).format(Date.parse(`${e}T00:00:00Z`)):``}var Z=matchMedia(`(prefers-color-scheme: dark)`);function oe(e){let t=new MutationObserver(e);return t.observe(document.documentElement,{attributeFilter:[`data-theme`]}),Z.addEventListener(`change`,e),()=>{t.disconnect(),Z.removeEventListener(`change`,e)}}var se=()=>document.documentElement.dataset.theme??(Z.matches?`dark`:`light`);function Q(e,{count:t,share:n,span:r}){let i=[{name:`conversion`,value:({conversion:e})=>n(e)},{name:`uncoded`,value:({uncoded:e})=>t(e)},{name:`sent`,value:({sent:e})=>t(e)},{name:`delivered`,value:({delivered:e})=>t(e)},{name:`failed`,value:({failed:e})=>t(e)},{name:`rescued`,value:({rescued:e})=>t(e)},{name:`notForwarded`,value:({notForwarded:e})=>t(e)},{name:`open`,value:({open:e})=>t(e)},{name:`median`,value:({timeToDelivery:e})=>r(e.median)},{name:`p90.name`,value:({timeToDelivery:e})=>r(e.p90)}];if(e!==`address`)return i;let a=(e,n)=>t(e?.[n]??0);return[{name:`mails`,value:({mails:e})=>a(e,`mails`)},{name:`mails.accepted`,value:({mails:e})=>a(e,`accepted`)},{name:`mails.delivered`,value:({mails:e})=>a(e,`delivered`)},{name:`mails.refused`,value:({mails:e})=>a(e,`refused`)},{name:`mails.median`,value:({mails:e})=>r(e?.timeToAcceptance.median)},...i]}function $({rows:e,others:t,totals:n,by:r,label:i}){let{t:a}=O(),o=A(),s=Q(r,o),c=Math.max(1,...e.map(({chats:e})=>e)),l=(e,t)=>(0,k.jsxs)(`tr`,{className:t===`row`?void 0:t,children:[(0,k.jsx)(`th`,{scope:`row`,children:(0,k.jsx)(ce,{tally:e,by:r,kind:t})}),(0,k.jsxs)(`td`,{className:`bar-cell`,children:[(0,k.jsx)(`span`,{className:`number`,children:o.count(e.chats)}),t===`row`&&(0,k.jsx)(`span`,{className:`share`,style:{inlineSize:`${e.chats/c*100}%`}})]}),s.map(({name:t,value:n})=>(0,k.jsx)(`td`,{className:`number`,children:n(e)},t))]},`${t} ${e.key}`);return(0,k.jsx)(`section`,{className:`table-box`,"aria-label":i,tabIndex:0,children:(0,k.jsxs)(`table`,{className:`table report`,children:[(0,k.jsx)(`thead`,{children:(0,k.jsxs)(`tr`,{children:[(0,k.jsx)(`th`,{scope:`col`,children:a(`sort.${r}`)}),(0,k.jsx)(`th`,{scope:`col`,children:a(`chats`)}),s.map(({name:e})=>(0,k.jsx)(`th`,{scope:`col`,className:`number`,children:a(e)},e))]})}),(0,k.jsxs)(`tbody`,{children:[e.map(e=>l(e,`row`)),t&&l(t,`others`)]}),n&&(0,k.jsx)(`tfoot`,{children:l(n,`totals`)})]})})}function ce({tally:e,by:t,kind:n}){let{t:r}=O(),{language:i}=g(),a=new Intl.DateTimeFormat(i,{dateStyle:`medium`,timeZone:`UTC`}),o=()=>n===`row`?t===`day`?a.format(Date.parse(`${e.key}T00:00:00Z`)):e.key===``&&(t===`code`||t===`goal`||t===`operator`)?r(`none.${t}`):e.label:r(n),c=t===`code`||t===`goal`?e.campaign?.name:void 0;return(0,k.jsxs)(k.Fragment,{children:[e.filter?(0,k.jsx)(s,{to:`/follow-ups`,search:_(e.filter),children:(0,k.jsx)(S,{children:o()})}):o(),n===`row`&&c&&(0,k.jsx)(`span`,{className:`small muted campaign`,children:(0,k.jsx)(S,{children:c})})]})}function le({rows:e,period:t}){let{t:n}=O(),r=z(t),i=new Map(e.map(e=>[e.key,e])),a=[{name:n(`chats`),values:r.map(e=>i.get(e)?.chats??0)},{name:n(`sent`),values:r.map(e=>i.get(e)?.sent??0),dashed:!0}];return(0,k.jsxs)(`section`,{className:`card`,children:[(0,k.jsx)(`h2`,{children:n(`perDay`)}),(0,k.jsx)(ie,{label:n(`perDay.label`),days:r,lines:a}),(0,k.jsxs)(`details`,{children:[(0,k.jsx)(`summary`,{children:n(`perDay.table`)}),(0,k.jsx)($,{rows:e,by:`day`,label:n(`perDay`)})]})]})}function ue({report:{rows:e,others:n,totals:r},by:i,period:a,campaigns:o}){let{t:c}=O(),u=t({from:`/reports`});return(0,k.jsxs)(`section`,{className:`report-by`,children:[(0,k.jsxs)(`div`,{className:`page-head`,children:[(0,k.jsx)(`h2`,{children:c(`by.${i}`)}),(0,k.jsx)(`a`,{className:`button`,href:H(`report`,a,o,i),download:!0,children:c(`csv`)})]}),(0,k.jsx)(C,{label:c(`by`),children:l.map(e=>(0,k.jsx)(s,{to:`/reports`,search:{...u,by:e},replace:!0,resetScroll:!1,activeOptions:{exact:!0},"aria-current":e===i?`page`:void 0,children:c(`sort.${e}`)},e))}),(0,k.jsx)($,{rows:e,others:n,totals:r,by:i,label:c(`by.${i}`)}),(0,k.jsx)(`p`,{className:`small muted`,children:c(`by.hint`)})]})}function de(){let{t:e}=O(),n=t({from:`/reports`}),{by:r=`code`,campaign:s=``}=n,c=I(n,F()),l=s?[s]:[],u={...c,campaigns:l},d=i(`all`,D,{...u,report:{...u,by:fe(r)},days:{...u,by:`DAY`},before:{...R(c),campaigns:l,by:`CAMPAIGN`}}),f={period:c,campaigns:l,by:r},[p,m]=(0,w.useState)(f);return!d.isPlaceholderData&&JSON.stringify(p)!==JSON.stringify(f)&&m(f),(0,k.jsxs)(a,{title:e(`title`),children:[(0,k.jsx)(ee,{period:c}),(0,k.jsx)(o,{of:d,children:e=>(0,k.jsx)(pe,{result:e,...p,again:d.refetch})})]})}var fe=e=>e.toUpperCase();function pe({result:{report:e,days:t,before:n,ledger:r},period:i,campaigns:a,by:o,again:s}){return e.totals.chats===0&&r.length===0?(0,k.jsx)(X,{period:i}):(0,k.jsxs)(`div`,{className:`stack`,children:[(0,k.jsx)(B,{now:e.totals,before:n.totals,period:i}),(0,k.jsx)(q,{days:r,counted:e.totals.chats,period:i,campaigns:a,again:s}),(0,k.jsx)(le,{rows:t.rows,period:i}),(0,k.jsx)(ue,{report:e,by:o,period:i,campaigns:a})]})}export{de as Reports};