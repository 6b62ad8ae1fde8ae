package org.natter.planted.common;

class InACupboard {}
