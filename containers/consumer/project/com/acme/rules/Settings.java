package com.acme.rules;

import java.math.BigDecimal;

record Settings(BigDecimal tolerance, String companyCode) {}
