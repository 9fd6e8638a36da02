import{t as e}from"./useRouteContext-C0lyRxJL.js";import{a as t}from"./data-DzwsbZCa.js";import{n}from"./viewer-HpT3TdIj.js";var r=new class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}}(`
    query Sample {
  checkList {
    sample {
      id
    }
  }
}
    `);function i(){let i=e({from:`__root__`}),a=n(),o=!i.try&&a.may(`ACCOUNT`),{data:s}=t(`account`,r,o?{}:null);return i.try||o&&!!s?.checkList.sample}export{i as t};