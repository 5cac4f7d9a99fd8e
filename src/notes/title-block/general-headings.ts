// Headings that stand in many notes: those that open them and those that end them, none of which says what a talk is about.
import { kindOfHeading } from '../headings.ts';
import { labelMeaning } from './labels.ts';

/** What opens notes without naming them, as whole headings. */
const openings: ReadonlySet<string> = new Set(
  (
    'content,contents,table of contents,agenda,index,outline,overview,introduction,intro,toc,link,links,notes,note,problem,problems,example,examples,definition,definitions,exercise,exercises,background,' +
    'info,infos,information,general,general information,resource,resources,schedule,timetable,recording,recordings,attendance,participants,topics,metadata,meta,description,abstract,about,' +
    'prerequisites,requirements,setup,material,materials,readings,logistics,announcements,welcome,housekeeping,goal,goals,objectives,learning objectives,motivation,context,preface,bio,biography,' +
    'probleme,beispiele,definitionen,aufgaben,grundlagen,inhalt,inhaltsverzeichnis,einleitung,einführung,folien,informationen,allgemeines,material,materialien,unterlagen,zeitplan,ablauf,aufzeichnung,aufzeichnungen,' +
    'themen,überblick,übersicht,gliederung,voraussetzungen,begrüßung,organisatorisches,ziele,lernziele,vorwort,hintergrund,kontext,' +
    'sommaire,plan,aperçu,programme,horaire,horaires,ressources,informations,infos,contexte,objectifs,prérequis,enregistrement,diapos,présents,sujets,préambule,' +
    'índice,contenido,contenidos,introducción,información,materiales,horario,programa,temas,objetivos,contexto,recursos,antecedentes,asistencia,motivación,' +
    'indice,contenuti,introduzione,informazioni,materiale,materiali,programma,argomenti,obiettivi,contesto,risorse,panoramica,registrazione,' +
    'introdução,informações,materiais,programação,tópicos,conteúdo,visão geral,gravação,sumário,' +
    'inhoud,inleiding,informatie,materiaal,onderwerpen,overzicht,doelen,leerdoelen,achtergrond,opname,' +
    '目次,はじめに,概要,背景,目的,情報,日程,録画,スケジュール,目录,目錄,简介,概述,背景,目标,信息,日程,录像,课件,목차,개요,소개,배경,목표,정보,일정,녹화,' +
    'содержание,введение,обзор,информация,материалы,темы,цели,расписание,слайды,مقدمة,نظرة عامة,معلومات,المحتويات,الأهداف,מבוא,סקירה,מידע,תוכן'
  ).split(','),
);

/** What ends notes, beside the kinds that sections have of their own. */
const endings: ReadonlySet<string> = new Set(
  (
    'notes,note,my notes,personal notes,action items,actions,next steps,to do,todo,to dos,todos,tasks,follow up,follow-up,follow ups,appendix,appendices,see also,footnotes,discussion,feedback,homework,glossary,related,misc,other,others,' +
    'notizen,anmerkungen,anhang,nächste schritte,aufgaben,siehe auch,diskussion,glossar,sonstiges,hausaufgaben,fußnoten,' +
    'remarques,annexe,annexes,prochaines étapes,voir aussi,discussion,glossaire,divers,' +
    'notas,apéndice,anexo,anexos,próximos pasos,tareas,ver también,discusión,glosario,appendice,prossimi passi,discussione,próximos passos,apêndice,discussão,' +
    'notities,bijlage,bijlagen,volgende stappen,discussie,メモ,補足,付録,感想,笔记,筆記,附录,附錄,讨论,討論,备注,메모,부록,토론,заметки,приложение,примечания,обсуждение,ملاحظات,ملحق,הערות,נספח'
  ).split(','),
);

/** Whether a heading says no more than what kind of thing follows. */
export function saysNoTopic(heading: string): boolean {
  return openings.has(bare(heading)) || kindOfHeading(heading) !== 'talk';
}

/** Among others of its level also one that could label a line of a title block: "Slides", "Venue". */
export function saysNoTopicAmongOthers(heading: string): boolean {
  const label = labelMeaning(bare(heading));
  return saysNoTopic(heading) || (label !== undefined && label !== 'title' && label !== 'machine');
}

export function isGeneralEnding(heading: string): boolean {
  return endings.has(bare(heading)) || kindOfHeading(heading) !== 'talk';
}

function bare(heading: string): string {
  return heading
    .normalize('NFC')
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}
